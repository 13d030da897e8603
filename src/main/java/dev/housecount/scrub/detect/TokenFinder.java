package dev.housecount.scrub.detect;

import java.util.ArrayList;
import java.util.List;

/** Access tokens and keys that begin as their issuers document, and JSON Web Tokens. */
final class TokenFinder implements Finder {
  /** What may follow a prefix. */
  private enum Body {
    ALPHANUMERIC {
      @Override
      boolean has(char c) {
        return Chars.isAlphanumeric(c);
      }
    },
    UPPER {
      @Override
      boolean has(char c) {
        return Chars.isUpper(c) || Chars.isDigit(c);
      }
    },
    HEX {
      @Override
      boolean has(char c) {
        return Chars.isHex(c);
      }
    },
    BASE64URL {
      @Override
      boolean has(char c) {
        return Chars.isBase64Url(c);
      }
    },
    SECRET {
      @Override
      boolean has(char c) {
        return Chars.isSecret(c);
      }
    };

    abstract boolean has(char c);
  }

  /**
   * @param least the fewest characters behind the prefix; the issuers' own lengths are at least
   *     that
   */
  private record Prefix(FindKind kind, String text, Body body, int least) {}

  private static final int SHORTEST = 14;
  private static final List<List<Prefix>> BY_FIRST_CHAR = new ArrayList<>();

  /** Whether a prefix begins with these two characters: few words do. */
  private static final boolean[] FIRST_TWO = new boolean[1 << 14];

  static {
    for (int c = 0; c < 128; c++) {
      BY_FIRST_CHAR.add(new ArrayList<>());
    }
    // AWS: IAM identifiers of users, roles, groups, temporary credentials.
    add(FindKind.AWS_KEY, Body.UPPER, 16, "AKIA", "ASIA", "AROA", "AIDA", "AGPA", "AIPA", "ANPA");
    add(FindKind.AWS_KEY, Body.UPPER, 16, "ANVA", "APKA", "ABIA", "ACCA", "ASCA", "A3T");
    // GitHub
    add(Body.ALPHANUMERIC, 16, "ghp_", "gho_", "ghu_", "ghs_", "ghr_");
    add(Body.BASE64URL, 16, "github_pat_");
    // GitLab
    add(Body.SECRET, 16, "glpat-", "gldt-", "glrt-", "glptt-", "glft-", "glsoat-", "glcbt-");
    add(Body.SECRET, 16, "glimt-", "glagent-", "glffct-", "glwt-", "gloas-", "GR1348941");
    // Slack
    add(Body.BASE64URL, 8, "xoxa-", "xoxb-", "xoxc-", "xoxd-", "xoxe-", "xoxo-", "xoxp-", "xoxr-");
    add(Body.SECRET, 8, "xoxs-", "xapp-", "xoxe.xoxp-", "xoxe.xoxb-");
    // Stripe
    add(Body.ALPHANUMERIC, 8, "sk_live_", "sk_test_", "rk_live_", "rk_test_");
    add(Body.ALPHANUMERIC, 8, "sk_prod_", "rk_prod_");
    add(Body.SECRET, 16, "whsec_");
    // Google: API keys, OAuth access and refresh tokens, client secrets
    add(Body.BASE64URL, 30, "AIza");
    add(Body.SECRET, 16, "ya29.", "GOCSPX-", "1//0");
    // Package registries and builds
    add(Body.ALPHANUMERIC, 30, "npm_", "rubygems_", "CCIPAT_");
    add(Body.BASE64URL, 30, "pypi-", "dckr_pat_", "dckr_oat_", "bkua_");
    add(Body.ALPHANUMERIC, 40, "oy2", "AKCp", "cmVmd", "CLOJARS_", "rdme_");
    add(Body.UPPER, 25, "API-");
    // Clouds and infrastructure
    add(Body.HEX, 32, "dop_v1_", "doo_v1_", "dor_v1_");
    add(Body.BASE64URL, 32, "dapi", "v1.0-");
    add(Body.SECRET, 32, "ABSK", "bedrock-api-key-", "fm1a_", "fm1r_", "fm2_", "sha256~");
    add(Body.BASE64URL, 24, "pscale_pw_", "pscale_oauth_", "pul-", "pnu_", "tk-us-", "ico-");
    add(
        Body.SECRET,
        20,
        "hvs.",
        "hvb.",
        "hvr.",
        "dt0c01.",
        "HRKU-",
        "pscale_tkn_",
        "sbp_",
        "dp.pt.");
    add(Body.ALPHANUMERIC, 40, "AGE-SECRET-KEY-1", "doc_");
    // Observability
    add(
        Body.SECRET,
        20,
        "glsa_",
        "glc_",
        "NRAK-",
        "NRII-",
        "sntrys_",
        "sntryu_",
        "squ_",
        "sqp_",
        "sqa_");
    // Work and commerce
    add(Body.SECRET, 20, "ATATT3", "ATCTT3", "BBDC-", "lin_api_", "ntn_", "PMAK-", "figd_", "SG.");
    add(Body.HEX, 28, "shpat_", "shpca_", "shppa_", "shpss_", "key-", "SK");
    add(Body.SECRET, 20, "sq0atp-", "sq0csp-", "EAAAE", "EAACEdEose0cBA");
    // Models
    add(Body.BASE64URL, 20, "sk-proj-", "sk-ant-", "sk-svcacct-", "sk-or-v1-", "sk-admin-");
    add(Body.ALPHANUMERIC, 30, "sk-", "hf_", "api_org_", "pplx-");
    // Others' scoped tokens
    add(Body.BASE64URL, 16, "sm_aat_", "sm_pat_", "sm_sat_", "sgp_");
    add(Body.SECRET, 40, "ops_eyJ");
    add(Body.SECRET, 40, "pat.", "sat.");
    add(Body.HEX, 40, "shippo_live_", "shippo_test_");
    add(Body.BASE64URL, 40, "eyJrIjoi");
    // Webhooks: who knows the address may post
    add(Body.SECRET, 20, "hooks.slack.com/", "discord.com/api/webhooks/");
  }

  @Override
  public void find(String text, Finds finds) {
    int wordStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Chars.isAlphanumeric(c)) {
        wordStart = i + 1;
      } else if (i == wordStart && text.length() - i >= SHORTEST) {
        int end = endOfToken(text, i, finds);
        if (end > 0) {
          i = end - 1;
          wordStart = end;
        }
      }
    }
    jwts(text, finds);
  }

  private static int endOfToken(String text, int start, Finds finds) {
    char second = text.charAt(start + 1);
    if (second >= 128 || !FIRST_TWO[text.charAt(start) << 7 | second]) {
      return -1;
    }
    List<Prefix> prefixes = BY_FIRST_CHAR.get(text.charAt(start));
    for (int p = 0; p < prefixes.size(); p++) {
      Prefix prefix = prefixes.get(p);
      if (text.startsWith(prefix.text, start)) {
        int body = start + prefix.text.length();
        int end = body;
        while (end < text.length() && prefix.body.has(text.charAt(end))) {
          end++;
        }
        if (end - body >= prefix.least && isRandom(text, prefix, body, end)) {
          finds.add(prefix.kind, start, end);
          return end;
        }
      }
    }
    return -1;
  }

  /** A word in a name, such as {@code key-management-service}, is no token; a digit is in most. */
  private static boolean isRandom(String text, Prefix prefix, int start, int end) {
    boolean certain = prefix.text.length() >= 4 && prefix.text.indexOf('-') < 0;
    for (int i = start; i < end && !certain; i++) {
      certain = Chars.isDigit(text.charAt(i)) || Chars.isUpper(text.charAt(i));
    }
    return certain;
  }

  /** Two parts that begin as JSON objects do in base64url, then the signature (RFC 7515). */
  private static void jwts(String text, Finds finds) {
    for (int start = text.indexOf("eyJ"); start >= 0; ) {
      int first = endOfPart(text, start);
      int second = Chars.at(text, first) == '.' ? endOfPart(text, first + 1) : first;
      if (first - start >= 7 && second - first >= 5) {
        while (Chars.at(text, second) == '.') {
          second = endOfPart(text, second + 1);
        }
        finds.add(FindKind.JWT, start, second);
      }
      // A later start in the same part would end with it all the same.
      start = text.indexOf("eyJ", Math.max(first, second));
    }
  }

  private static int endOfPart(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Chars.isBase64Url(text.charAt(end)) || text.charAt(end) == '=')) {
      end++;
    }
    return end;
  }

  private static void add(Body body, int least, String... prefixes) {
    add(FindKind.TOKEN, body, least, prefixes);
  }

  private static void add(FindKind kind, Body body, int least, String... prefixes) {
    for (String prefix : prefixes) {
      FIRST_TWO[prefix.charAt(0) << 7 | prefix.charAt(1)] = true;
      BY_FIRST_CHAR.get(prefix.charAt(0)).add(new Prefix(kind, prefix, body, least));
    }
  }
}
