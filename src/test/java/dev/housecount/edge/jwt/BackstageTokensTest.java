package dev.housecount.edge.jwt;

import static dev.housecount.testing.PortalAuth.base64;
import static dev.housecount.testing.PortalAuth.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.access.SignedInUser;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.PortalAuth;
import dev.housecount.testing.PortalAuth.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackstageTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final PortalAuth portal = new PortalAuth();
  private final MutableClock clock = new MutableClock(NOW);
  private final BackstageTokens tokens = trusting(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void verify_asBackstageSigns_theUserIsTheSubject() {
    SignedInUser user = tokens.verify(portal.token("User:Default/Alice", NOW)).orElseThrow();
    assertThat(user.portal()).isEqualTo("acme");
    assertThat(user.user()).hasToString("user:default/alice");
    assertThat(user.toString()).doesNotContain("alice");
  }

  @Test
  void verify_severalPortals_theIssuerTellsWhich() {
    try (PortalAuth other = new PortalAuth()) {
      BackstageTokens both =
          new BackstageTokens(
              List.of(
                  TrustedPortal.parse("acme=" + portal.issuer()),
                  TrustedPortal.parse("stage=" + other.issuer())),
              clock,
              () -> Duration.ofSeconds(3));
      assertThat(both.verify(other.token("user:default/bob", NOW)).orElseThrow().portal())
          .isEqualTo("stage");
      assertThat(both.verify(portal.token("user:default/bob", NOW)).orElseThrow().portal())
          .isEqualTo("acme");
      // One portal cannot speak for another.
      Map<String, Object> claims = other.claims("user:default/bob", NOW);
      claims.put("iss", portal.issuer());
      assertThat(both.verify(other.sign(other.header(), claims))).isEmpty();
    }
  }

  @Test
  void verify_noPortals_nobodyIsLetIn_andNothingIsFetched() {
    BackstageTokens none = new BackstageTokens(List.of(), clock, () -> Duration.ofSeconds(3));
    assertThat(none.verify(portal.token("user:default/alice", NOW))).isEmpty();
    assertThat(portal.fetches()).isZero();
  }

  static Stream<Arguments> claims() {
    return Stream.of(
        claims("another issuer", c -> c.put("iss", "https://evil.test/api/auth")),
        claims("no issuer", c -> c.remove("iss")),
        claims("issuer no text", c -> c.put("iss", List.of("a"))),
        claims("another audience", c -> c.put("aud", "grafana")),
        claims("no audience", c -> c.remove("aud")),
        claims("expired", c -> c.put("exp", NOW.getEpochSecond() - 31)),
        claims("no expiry", c -> c.remove("exp")),
        claims("expiry no number", c -> c.put("exp", "never")),
        claims("expiry a list", c -> c.put("exp", List.of(NOW.getEpochSecond() + 60))),
        claims("expiry before all time", c -> c.put("exp", -1e300)),
        claims("not valid before the end of time", c -> c.put("nbf", 1e300)),
        claims("audience an object", c -> c.put("aud", Map.of("backstage", 1))),
        claims("not yet valid", c -> c.put("nbf", NOW.getEpochSecond() + 31)),
        claims("issued in the future", c -> c.put("iat", NOW.getEpochSecond() + 31)),
        claims("no time of issue", c -> c.remove("iat")),
        claims("no subject", c -> c.remove("sub")),
        claims("a group", c -> c.put("sub", "group:default/admins")),
        claims("a name alone", c -> c.put("sub", "alice")),
        claims("subject no text", c -> c.put("sub", 7)),
        claims("subject empty", c -> c.put("sub", "")),
        claims("a NUL", c -> c.put("sub", "user:default/\0")),
        claims("a NUL behind a name", c -> c.put("sub", "user:default/alice\0")),
        claims("no name", c -> c.put("sub", "user:default/")),
        claims("white space", c -> c.put("sub", "user:default/alice\u00a0")),
        claims("a line", c -> c.put("sub", "\nuser:default/alice")),
        claims("an invisible character", c -> c.put("sub", "user:default/al\u202eice")),
        claims("10 KB", c -> c.put("sub", "user:default/" + "a".repeat(10_000))),
        claims("more than a ref", c -> c.put("sub", "user:default/alice/../bob")));
  }

  private static Arguments claims(String name, Consumer<Map<String, Object>> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void verify_claims_refused(String name, Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = portal.claims("user:default/alice", NOW);
    change.accept(claims);
    assertThat(tokens.verify(portal.sign(portal.header(), claims))).isEmpty();
  }

  @Test
  void verify_withinTheLeeway_taken() {
    Map<String, Object> claims = portal.claims("user:default/alice", NOW);
    claims.put("iat", NOW.getEpochSecond() - 3600);
    claims.put("exp", NOW.getEpochSecond() - 29);
    assertThat(tokens.verify(portal.sign(portal.header(), claims))).isPresent();
    claims.put("exp", NOW.getEpochSecond() + 100);
    claims.put("iat", NOW.getEpochSecond() + 29);
    assertThat(tokens.verify(portal.sign(portal.header(), claims))).isPresent();
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        claims("no type", h -> h.remove("typ")),
        claims("type JWT", h -> h.put("typ", "JWT")),
        claims("a limited token", h -> h.put("typ", "vnd.backstage.limited-user")),
        claims("a plugin's token", h -> h.put("typ", "vnd.backstage.plugin")),
        claims("no key id", h -> h.remove("kid")),
        claims("unknown key id", h -> h.put("kid", "unknown")),
        claims("key id no text", h -> h.put("kid", 7)),
        claims("long key id", h -> h.put("kid", "x".repeat(201))),
        claims("alg none", h -> h.put("alg", "none")),
        claims("alg None", h -> h.put("alg", "None")),
        claims("alg HS256", h -> h.put("alg", "HS256")),
        claims("alg RS256", h -> h.put("alg", "RS256")),
        claims("alg ES384", h -> h.put("alg", "ES384")),
        claims("alg EdDSA", h -> h.put("alg", "EdDSA")),
        claims("no alg", h -> h.remove("alg")),
        claims(
            "an extension that must be understood",
            h -> {
              h.put("crit", List.of("b64"));
              h.put("b64", false);
            }),
        claims("type no text", h -> h.put("typ", 7)),
        claims("alg no text", h -> h.put("alg", Map.of())),
        claims("alg a list", h -> h.put("alg", List.of("ES256"))),
        claims("crit no list", h -> h.put("crit", "b64")),
        claims("nested", h -> h.put("cty", "JWT")),
        claims("crit of something unknown", h -> h.put("crit", List.of("evil"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void verify_header_refused(String name, Consumer<Map<String, Object>> change) {
    Map<String, Object> header = portal.header();
    change.accept(header);
    String token = portal.sign(header, portal.claims("user:default/alice", NOW));
    assertThat(tokens.verify(token)).isEmpty();
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("no signature", token -> token.substring(0, token.lastIndexOf('.') + 1)),
        forgery("two parts", token -> token.substring(0, token.lastIndexOf('.'))),
        forgery("four parts", token -> token + ".AAAA"),
        forgery("five parts, as if encrypted", token -> token + ".AAAA.AAAA"),
        forgery("signature of zeros", token -> signedWith(token, new byte[64])),
        forgery(
            "signature of zeros in DER",
            token -> signedWith(token, new byte[] {48, 6, 2, 1, 0, 2, 1, 0})),
        forgery("short signature", token -> signedWith(token, new byte[63])),
        forgery("signature of the order", token -> signedWith(token, order())),
        forgery("another's claims", BackstageTokensTest::withOtherClaims),
        forgery("empty", token -> ""),
        forgery("dots", token -> ".."),
        forgery("no JSON objects", token -> "W10.W10.AAAA"),
        forgery("deep JSON", token -> base64("[".repeat(20_000).getBytes(UTF_8)) + ".e30.AAAA"),
        forgery("no base64", token -> "!.!.!"),
        forgery("long", token -> token + "A".repeat(BackstageTokens.MAX_LENGTH)));
  }

  private static Arguments forgery(String name, Function<String, String> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void verify_forgery_refused(String name, Function<String, String> change) {
    String token = portal.token("user:default/alice", NOW);
    assertThat(tokens.verify(token)).isPresent();
    assertThat(tokens.verify(change.apply(token))).isEmpty();
  }

  @Test
  void verify_hmacWithThePublicKey_refused() throws GeneralSecurityException {
    Map<String, Object> header = portal.header();
    header.put("alg", "HS256");
    String text =
        base64(json(header).getBytes(UTF_8))
            + "."
            + base64(json(portal.claims("user:default/alice", NOW)).getBytes(UTF_8));
    for (byte[] secret :
        List.of(
            portal.key().pair().getPublic().getEncoded(),
            json(portal.key().jwk()).getBytes(UTF_8),
            new byte[32])) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      assertThat(tokens.verify(text + "." + base64(mac.doFinal(text.getBytes(UTF_8))))).isEmpty();
    }
  }

  /** The attacker's own key, in each of the places where a header may name one. */
  @ParameterizedTest
  @ValueSource(strings = {"jwk", "jku", "x5u", "x5c"})
  void verify_keyInTheHeader_isIgnored(String parameter) {
    try (PortalAuth evil = new PortalAuth()) {
      Map<String, Object> header = portal.header();
      Map<String, Object> own = evil.key().jwk();
      own.put("kid", portal.key().id());
      evil.publish(own);
      header.put(
          parameter,
          switch (parameter) {
            case "jwk" -> own;
            case "x5c" -> List.of(base64(evil.key().pair().getPublic().getEncoded()));
            default -> evil.issuer() + "/.well-known/jwks.json";
          });
      String token = evil.sign(header, portal.claims("user:default/alice", NOW));
      assertThat(tokens.verify(token)).isEmpty();
      assertThat(evil.fetches()).isZero();
      // And beside a good signature they do no harm.
      assertThat(tokens.verify(portal.sign(header, portal.claims("user:default/alice", NOW))))
          .isPresent();
      assertThat(evil.fetches()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"user:default/alice\",",
        "{\"sub\":\"user:default/alice\",\"s\\u0075b\":\"user:default/bob\","
      })
  void verify_duplicateClaims_refused(String start) {
    String claims = json(portal.claims("user:default/bob", NOW));
    String token =
        PortalAuth.sign(
            json(portal.header()),
            start + claims.substring(1),
            "SHA256withECDSAinP1363Format",
            portal.key().pair());
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void verify_keyOfAnotherCurveUseOrAlgorithm_isNoKey() throws GeneralSecurityException {
    SigningKey p384 = SigningKey.create("secp384r1");
    portal.publish(p384.jwk());
    String header =
        json(PortalAuth.fields("typ", "vnd.backstage.user", "alg", "ES256", "kid", p384.id()));
    String claims = json(portal.claims("user:default/alice", NOW));
    assertThat(
            tokens.verify(
                PortalAuth.sign(header, claims, "SHA256withECDSAinP1363Format", p384.pair())))
        .isEmpty();
    for (Map<String, Object> member :
        List.<Map<String, Object>>of(
            Map.of("use", "enc"),
            Map.of("key_ops", List.of("sign")),
            Map.of("alg", "ECDH-ES"),
            Map.of("kty", "oct", "k", "AAAA"))) {
      try (PortalAuth other = new PortalAuth()) {
        Map<String, Object> jwk = other.key().jwk();
        jwk.putAll(member);
        other.withdraw();
        other.publish(jwk);
        assertThat(trusting(other).verify(other.token("user:default/alice", NOW))).isEmpty();
      }
    }
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair pair = rsa.generateKeyPair();
    assertThat(tokens.verify(PortalAuth.sign(header, claims, "SHA256withRSA", pair))).isEmpty();
  }

  @Test
  void parse_portal_saysWhatIsWrong_andFillsIn() {
    TrustedPortal given = TrustedPortal.parse("acme=https://portal.test/api/auth");
    assertThat(given.keys()).hasToString("https://portal.test/api/auth/.well-known/jwks.json");
    assertThat(given.audience()).isEqualTo("backstage");
    assertThat(
            TrustedPortal.parse(
                    "acme=https://portal.test/api/auth;jwks=http://backend:7007/keys;audience=x")
                .keys())
        .hasToString("http://backend:7007/keys");
    for (String bad :
        List.of(
            "acme",
            "Acme=https://a.test",
            "acme=file:///etc/passwd",
            "acme=ftp://a.test/keys",
            "acme=https://user:secret@a.test",
            "acme=https://a.test;jwks=jar:file:x",
            "acme=https://a.test;other=1")) {
      assertThatThrownBy(() -> TrustedPortal.parse(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private BackstageTokens trusting(PortalAuth auth) {
    return new BackstageTokens(
        List.of(TrustedPortal.parse("acme=" + auth.issuer())), clock, () -> Duration.ofSeconds(3));
  }

  private static String signedWith(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1) + base64(signature);
  }

  /** The order of P-256 twice: equal to zero in its arithmetic. */
  private static byte[] order() {
    String order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    return java.util.HexFormat.of().parseHex(order + order);
  }

  private static String withOtherClaims(String token) {
    String[] parts = token.split("\\.");
    String claims =
        new String(java.util.Base64.getUrlDecoder().decode(parts[1]), UTF_8)
            .replace("alice", "mallory");
    return parts[0] + "." + base64(claims.getBytes(UTF_8)) + "." + parts[2];
  }
}
