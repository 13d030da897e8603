package dev.housecount.edge.http.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.access.SignedInUser;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The user whom a relay has checked and names in a header: the portal's backend, which holds a
 * token of scope write and takes events from signed-in users only.
 */
final class RelayedUser {
  /**
   * Holds the user's entity ref; what is not visible ASCII is percent-encoded, commas and percent
   * signs too.
   */
  static final String HEADER = "Housecount-User";

  /** Stands for somebody who is signed in and not to be named. */
  static final String NOBODY = "none";

  /** No comma: by it gateways join several headers of one name. */
  private static final Pattern ENCODED = Pattern.compile("[!-+\\--~]+");

  private RelayedUser() {}

  /**
   * The caller with the user whom the header names, or as it is where there is no header.
   *
   * @param caller one that may say who its users are
   * @throws ProblemException where the header names no user
   */
  static Caller of(ContainerRequestContext request, Caller caller) {
    List<String> given = request.getHeaders().get(HEADER);
    if (given == null || given.isEmpty()) {
      return caller;
    }
    return given.equals(List.of(NOBODY))
        ? caller.asNobody()
        : user(caller.portal(), given).map(Caller::of).orElseThrow(RelayedUser::noUser);
  }

  private static Optional<SignedInUser> user(String portal, List<String> given) {
    String encoded = given.get(0);
    if (given.size() > 1 || !ENCODED.matcher(encoded).matches()) {
      return Optional.empty();
    }
    try {
      // A plus stands for itself here, not for a space as in forms.
      String ref = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
      return SignedInUser.of(portal, ref);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ProblemException noUser() {
    return Problem.badRequest(
            "bad-user",
            HEADER + " holds one entity ref, percent-encoded, as user:namespace/name, or none.")
        .asException();
  }
}
