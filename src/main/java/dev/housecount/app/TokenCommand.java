package dev.housecount.app;

import dev.housecount.access.Access;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** {@code token PORTAL SCOPE}: makes a token and prints it with the setting that makes it valid. */
final class TokenCommand {
  static final String NAME = "token";

  private static final int BYTES = 32;

  private TokenCommand() {}

  /**
   * Returns the text for the person.
   *
   * @throws CommandException when the arguments are wrong
   */
  static String run(String... args) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String token = "hc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String hash = HexFormat.of().formatHex(Access.sha256(token));
    String grant = args.length == 3 ? String.join(":", args[1], args[2], hash) : "";
    try {
      Access.Grant.parse(grant);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "usage: token PORTAL "
              + Access.Scope.words()
              + "    (PORTAL: lower-case letters, digits, hyphens)");
    }
    if (grant.split(":", 3)[1].equals(Access.Scope.PATH.word())) {
      return """
          Path, for senders that can keep no secret; it is shown this once:
            /collect/%s
          Grant, for the server; add it to HOUSECOUNT_AUTH_TOKENS (comma-separated):
            %s"""
          .formatted(token, grant);
    }
    return """
        Token, for the sender or reader; it is shown this once:
          %s
        Grant, for the server; add it to HOUSECOUNT_AUTH_TOKENS (comma-separated):
          %s"""
        .formatted(token, grant);
  }
}
