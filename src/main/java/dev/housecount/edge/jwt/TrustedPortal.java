package dev.housecount.edge.jwt;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A portal whose users' tokens are accepted.
 *
 * @param name what its events are marked with; lower-case letters, digits and hyphens
 * @param issuer the {@code iss} of its tokens: the base URL of its auth plugin, as its users'
 *     browsers see it
 * @param keys where its public keys are, as a JSON Web Key Set (RFC 7517)
 * @param audience the {@code aud} of its tokens
 */
public record TrustedPortal(String name, String issuer, URI keys, String audience) {
  /** What Backstage's auth plugin writes ({@code tokenTypes.user.audClaim}). */
  static final String AUDIENCE = "backstage";

  private static final String KEYS_PATH = "/.well-known/jwks.json";
  private static final Pattern TEXT =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]{0,62})=([^;\\s]+)(?:;jwks=([^;\\s]+))?(?:;audience=([^;\\s]+))?");

  /**
   * Reads {@code name=issuer}, perhaps with {@code ;jwks=URL} and {@code ;audience=text}.
   * Backstage's own key set is below its issuer, and its audience is always the same.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static TrustedPortal parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a portal is name=issuer, such as acme=https://backstage.example.com/api/auth; behind that"
              + " may stand ;jwks=URL and ;audience=text");
    }
    String issuer = parts.group(2);
    String keys = parts.group(3) == null ? issuer + KEYS_PATH : parts.group(3);
    String audience = parts.group(4) == null ? AUDIENCE : parts.group(4);
    return new TrustedPortal(parts.group(1), issuer, http(keys), audience);
  }

  private static URI http(String address) {
    URI uri = URI.create(address);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address of a portal's keys begins with https:// or http:// and a host");
    }
    return uri;
  }
}
