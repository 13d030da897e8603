package dev.housecount.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may write and who may read.
 *
 * @param open whether anyone may do both, without credentials
 * @param grants what the tokens allow; several may be valid at once, for rotation
 */
public record Access(boolean open, List<Grant> grants) {
  private static final String BEARER = "Bearer ";

  public Access {
    grants = List.copyOf(grants);
  }

  /** What a token allows: one of these, and nothing of the others. */
  public enum Scope {
    /** Post events. */
    WRITE,
    /** Post events to the path that ends with the key, and to no other. */
    PATH,
    /** Ask for events, in which users are pseudonyms. */
    READ,
    /** Push what the portal's catalog says, and nothing else. */
    CATALOG,
    /** Export and erase what is held about a person, and note who opted out. */
    PRIVACY,
    /** See who the users are. */
    IDENTIFY;

    /** As it stands in a grant. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, for a person. */
    public static String words() {
      return Arrays.stream(values()).map(Scope::word).collect(Collectors.joining("|"));
    }

    private static Optional<Scope> of(String word) {
      return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
  }

  /**
   * One token's.
   *
   * @param portal what its events are marked with; lower-case letters, digits and hyphens
   * @param sha256 of the token, in hexadecimal: the token itself is not kept
   */
  public record Grant(String portal, Scope scope, String sha256) {
    /**
     * Reads {@code portal:scope:sha256}, the scope in lower case.
     *
     * @throws IllegalArgumentException when it is none; does not repeat it
     */
    public static Grant parse(String text) {
      String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
      Optional<Scope> scope = parts.length == 3 ? Scope.of(parts[1]) : Optional.empty();
      boolean valid = scope.isPresent() && isPortal(parts[0]) && parts[2].matches("[0-9a-f]{64}");
      if (!valid) {
        throw new IllegalArgumentException(
            "a token's grant is portal:scope:sha256, the scope "
                + Scope.words()
                + ", the hash in hexadecimal");
      }
      return new Grant(parts[0], scope.get(), parts[2]);
    }
  }

  /** Whether a portal can have this name: lower-case letters, digits and hyphens. */
  public static boolean isPortal(String name) {
    return name.matches("[a-z0-9][a-z0-9-]{0,62}");
  }

  /**
   * The grant behind an Authorization header: Bearer, or Basic with the token as password.
   *
   * @return null when there is none; all grants are compared, so that time tells nothing
   */
  public @Nullable Grant find(@Nullable String authorization) {
    String token = authorization == null ? null : token(authorization.strip());
    return token == null ? null : grantOf(token);
  }

  /** The grant behind a key in the path; null when there is none. */
  public @Nullable Grant findKey(String key) {
    Grant grant = grantOf(key);
    return grant == null || grant.scope() != Scope.PATH ? null : grant;
  }

  /** Whether any key in the path is valid; without, the path does not exist. */
  public boolean hasKeys() {
    return grants.stream().anyMatch(grant -> grant.scope() == Scope.PATH);
  }

  /** The token after {@code Bearer}; null where there is none. */
  public static @Nullable String bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  private @Nullable Grant grantOf(String token) {
    byte[] digest = HexFormat.of().formatHex(sha256(token)).getBytes(UTF_8);
    Grant found = null;
    for (Grant grant : grants) {
      if (MessageDigest.isEqual(digest, grant.sha256().getBytes(UTF_8))) {
        found = grant;
      }
    }
    return found;
  }

  /** The hash under which a token is configured. */
  public static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static @Nullable String token(String authorization) {
    int space = authorization.indexOf(' ');
    String scheme = space < 0 ? "" : authorization.substring(0, space).toLowerCase(Locale.ROOT);
    String credentials = authorization.substring(space + 1).strip();
    return switch (scheme) {
      case "bearer" -> credentials;
      case "basic" -> password(credentials);
      default -> null;
    };
  }

  private static @Nullable String password(String credentials) {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? null : pair.substring(colon + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
