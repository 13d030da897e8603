package dev.housecount.scrub.detect;

import static dev.housecount.scrub.detect.TokenBody.ALPHANUMERIC;
import static dev.housecount.scrub.detect.TokenBody.BASE64URL;
import static dev.housecount.scrub.detect.TokenBody.DIGITS;
import static dev.housecount.scrub.detect.TokenBody.DOTTED;
import static dev.housecount.scrub.detect.TokenBody.HEX;
import static dev.housecount.scrub.detect.TokenBody.HEX_GROUPS;
import static dev.housecount.scrub.detect.TokenBody.PATH;
import static dev.housecount.scrub.detect.TokenBody.SECRET;
import static dev.housecount.scrub.detect.TokenBody.TILDED;
import static dev.housecount.scrub.detect.TokenBody.UPPER;
import static dev.housecount.scrub.detect.TokenBody.UPPER_GROUPS;

import java.util.List;
import java.util.stream.Stream;

/** Issuers' forms of tokens, as they document them. A new issuer is one more line. */
final class TokenForms {
  /** No limit: signed tokens grow with what they say. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE;

  static final List<PrefixedToken> PREFIXED =
      Stream.of(
              // Clouds
              keys(UPPER, 16, "AKIA ASIA AROA AIDA AGPA AIPA ANPA ANVA APKA ABIA ACCA ASCA A3T"),
              tokens(SECRET, 24, "ABSK bedrock-api-key- amzn.mws. amzn1.oa2-cs.v1. da2-"),
              tokens(BASE64URL, 30, "AIza"), // Google
              tokens(SECRET, 10, "ya29. GOCSPX- 1//0"),
              tokens(ALPHANUMERIC, 16, "LTAI"), // Alibaba
              tokens(ALPHANUMERIC, 32, "AKID"), // Tencent
              tokens(HEX, 32, "dop_v1_ doo_v1_ dor_v1_"), // DigitalOcean
              tokens(BASE64URL, 32, "v1.0- cfk_ cfut_ cfat_"), // Cloudflare
              tokens(SECRET, 20, "HRKU- sbp_ nfp_ rnd_ tskey- fo1_ fm1a_ fm1r_ fm2_"),
              tokens(BASE64URL, 24, "tk-us- pnu_ pul- ico-"),
              // Code, builds, packages
              tokens(BASE64URL, 16, "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_"),
              tokens(SECRET, 16, "glpat- gldt- glrt- glptt- glft- glsoat- glcbt- glimt- glagent-"),
              tokens(SECRET, 16, "glffct- glwt- gloas- GR1348941"),
              tokens(ALPHANUMERIC, 32, "gitlab_session="),
              tokens(SECRET, 20, "ATATT ATCTT3 ATBB BBDC-"), // Atlassian
              tokens(ALPHANUMERIC, 30, "npm_ rubygems_"),
              tokens(BASE64URL, 30, "CCIPAT_ CCIPRJ_ pypi- bkua_"),
              tokens(BASE64URL, 24, "dckr_pat_ dckr_oat_"),
              tokens(ALPHANUMERIC, 40, "oy2 AKCp cmVmd CLOJARS_ rdme_"),
              tokens(UPPER, 25, "API-"), // Octopus Deploy
              tokens(SECRET, 20, "squ_ sqp_ sqa_ sqco_"), // SonarQube, Square
              tokens(BASE64URL, 16, "sgp_ slk_ sm_aat_ sm_pat_ sm_sat_"),
              tokens(SECRET, 40, "sha256~"), // OpenShift
              tokens(SECRET, 40, "pat. sat."), // Harness
              // Secrets, databases, configuration
              tokens(SECRET, 20, "hvs. hvb. hvr. b.AAAAAQ"), // Vault
              exactly(ALPHANUMERIC, 24, "s."),
              tokens(SECRET, 40, "ops_eyJ"), // 1Password
              tokens(UPPER_GROUPS, 32, "A3-"),
              tokens(SECRET, 20, "dp.pt. dp.ct. dp.st. dp.sa. dp.scim. dp.audit."), // Doppler
              tokens(SECRET, 24, "pscale_pw_ pscale_oauth_ pscale_tkn_"),
              tokens(BASE64URL, 32, "dapi"), // Databricks
              tokens(ALPHANUMERIC, 38, "4b1d"), // ClickHouse
              tokens(ALPHANUMERIC, 40, "AGE-SECRET-KEY-1 doc_"),
              tokens(HEX_GROUPS, 36, "sdk- api- rh-api-"),
              tokens(BASE64URL, 36, "pat-na1- pat-eu1- sub-c- pub-c-"),
              tokens(HEX_GROUPS, 36, "access-production- access-development- access-sandbox-"),
              // Observability
              tokens(SECRET, 19, "glsa_ glc_ NRAK- NRII- NRIQ- NRRA- NRBR- NRJS- BBFF-"),
              tokens(SECRET, 24, "sntrys_ sntryu_ dt0c01. dt0s01. dt0s02. dt0s08. dt0a01."),
              tokens(BASE64URL, 32, "phc_ phx_ hcaik_ hcbik_ ddapp_ rootly_"),
              tokens(BASE64URL, 40, "eyJrIjoi"), // Grafana of old
              // Talk and mail
              tokens(BASE64URL, 8, "xoxa- xoxb- xoxc- xoxd- xoxe- xoxo- xoxp- xoxr-"), // Slack
              tokens(SECRET, 8, "xoxs- xapp- xoxe.xoxp- xoxe.xoxb-"),
              tokens(SECRET, 20, "SG. xkeysib- xsmtpsib-"),
              tokens(HEX, 28, "SK AC"), // Twilio
              tokens(ALPHANUMERIC, 32, "key- pubkey-"), // Mailgun
              // Who knows the address of a webhook may post
              tokens(SECRET, 20, "hooks.slack.com/ discord.com/api/webhooks/"),
              tokens(SECRET, 16, "discordapp.com/api/webhooks/ hooks.zapier.com/hooks/"),
              tokens(SECRET, 30, "outlook.office.com/webhook/"),
              // Work and commerce
              tokens(
                  SECRET, 20, "lin_api_ lin_oauth_ ntn_ PMAK- figd_ figp_ CFPAT- tfp_ EZAK EZTK"),
              tokens(ALPHANUMERIC, 43, "secret_"), // Notion
              tokens(DOTTED, 79, "pat"), // Airtable
              tokens(SECRET, 40, "fio-u- shltm_ s-s4t2ud- s-s4t2af- u-s4t2ud- u-s4t2af- p8e-"),
              tokens(SECRET, 40, "scauth_ 1000. 3MVG9 eu01xx"),
              tokens(
                  BASE64URL, 28, "aio_ apify_api_ ramp_id_ ramp_sec_ salad_cloud_ bb_pr_ bb_ma_"),
              tokens(BASE64URL, 8, "sk_live_ sk_test_ rk_live_ rk_test_ sk_prod_ rk_prod_"),
              tokens(BASE64URL, 20, "pk_live_ pk_test_"),
              tokens(ALPHANUMERIC, 14, "rzp_live_ rzp_test_ flb_live_ ak_live_"),
              tokens(SECRET, 16, "whsec_"),
              tokens(HEX, 28, "shpat_ shpca_ shppa_ shpss_"), // Shopify
              tokens(ALPHANUMERIC, 35, "live_"), // Lob
              tokens(SECRET, 20, "sq0atp- sq0csp- duffel_live_ duffel_test_"),
              tokens(BASE64URL, 12, "FLWSECK- FLWSECK_TEST- FLWPUBK- FLWPUBK_TEST-"),
              tokens(ALPHANUMERIC, 4, "EAACEdEose0cBA"), // Facebook
              tokens(ALPHANUMERIC, 80, "EAAB EAAC EAAG EAAM"),
              tokens(BASE64URL, 22, "EAAA"), // Square
              tokens(HEX, 40, "shippo_live_ shippo_test_"),
              tokens(SECRET, 100, "sl."), // Dropbox
              // Models
              tokens(BASE64URL, 20, "sk-proj- sk-ant- sk-svcacct- sk-service- sk-or-v1- sk-admin-"),
              exactly(ALPHANUMERIC, 34, "hf_ api_org_"), // Hugging Face
              tokens(ALPHANUMERIC, 30, "sk- pplx- gsk_"),
              tokens(BASE64URL, 36, "r8_ sk-"),
              tokens(BASE64URL, 40, "xai- nvapi- pcsk_ lsv2_pt_ lsv2_sk_"),
              // A JSON Web Token in base64 once more
              tokens(SECRET, 40, "ZXlK"))
          .flatMap(tokens -> tokens)
          .toList();

  static final List<MarkedToken> MARKED =
      List.of(
          new MarkedToken(ALPHANUMERIC, 14, 14, ".atlasv1.", SECRET, 60, 80), // Terraform
          new MarkedToken(TILDED, 4, 4, "Q~", TILDED, 31, 34), // Microsoft Entra
          new MarkedToken(BASE64URL, 3, 63, ".webhook.office.com/", PATH, 30, 512), // Teams
          new MarkedToken(DIGITS, 8, 10, ":A", BASE64URL, 34, 34), // Telegram
          new MarkedToken(DIGITS, 15, 16, "|", BASE64URL, 27, 40), // Facebook
          new MarkedToken(HEX, 32, 32, "-us", DIGITS, 1, 2), // Mailchimp
          new MarkedToken(HEX, 32, 32, "-", HEX_GROUPS, 17, 17), // Mailgun
          new MarkedToken(HEX, 40, 42, "-NRM", ALPHANUMERIC, 1, 1), // New Relic
          new MarkedToken(BASE64URL, 36, 36, "_mmk", ALPHANUMERIC, 0, 0)); // MaxMind

  private TokenForms() {}

  private static Stream<PrefixedToken> keys(TokenBody body, int least, String prefixes) {
    return of(FindKind.AWS_KEY, body, least, MAX_LENGTH, prefixes);
  }

  private static Stream<PrefixedToken> tokens(TokenBody body, int least, String prefixes) {
    return of(FindKind.TOKEN, body, least, MAX_LENGTH, prefixes);
  }

  private static Stream<PrefixedToken> exactly(TokenBody body, int length, String prefixes) {
    return of(FindKind.TOKEN, body, length, length, prefixes);
  }

  private static Stream<PrefixedToken> of(
      FindKind kind, TokenBody body, int least, int most, String prefixes) {
    return Stream.of(prefixes.split(" "))
        .map(prefix -> new PrefixedToken(kind, prefix, body, least, most));
  }
}
