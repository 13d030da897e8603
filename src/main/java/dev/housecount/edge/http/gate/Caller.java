package dev.housecount.edge.http.gate;

import dev.housecount.access.SignedInUser;
import org.jspecify.annotations.Nullable;

/**
 * Whose request was let through.
 *
 * @param portal what its events are marked with
 * @param user who sends the events, whatever they claim; null where the credentials do not tell
 */
public record Caller(String portal, @Nullable String user) {
  public static Caller of(String portal) {
    return new Caller(portal, null);
  }

  static Caller of(SignedInUser user) {
    return new Caller(user.portal(), user.user().toString());
  }

  /** Says not who, so that a careless log line leaks nothing. */
  @Override
  public String toString() {
    return "Caller[" + portal + "]";
  }
}
