package dev.housecount.edge.http;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.edge.http.wire.CollectLimits;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;

/**
 * Reads the person that a path names: an entity ref as it is or with its slash encoded (API Gateway
 * decodes it), whatever else a sender gave as user, or a pseudonym as it stands in events.
 */
final class PersonRef {
  /** As long as a text that a sender may give. */
  private static final int MAX_LENGTH = CollectLimits.TEXT;

  private PersonRef() {}

  /**
   * @throws ProblemException when nobody is named
   */
  static Pseudonym read(String path, Pseudonymizer pseudonymizer) {
    String ref = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    boolean other =
        EntityRef.parse(EntityRef.ofUser(ref), EntityRef.USER).filter(e -> !e.isUser()).isPresent();
    if (ref.isBlank() || ref.length() > MAX_LENGTH || other) {
      throw Problem.badRequest(
              "bad-person", "Name the person by entity ref, [user:][namespace/]name, or pseudonym.")
          .asException();
    }
    return Pseudonym.isPseudonym(ref) ? new Pseudonym(ref) : pseudonymizer.user(ref);
  }
}
