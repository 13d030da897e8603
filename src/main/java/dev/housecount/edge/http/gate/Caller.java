package dev.housecount.edge.http.gate;

import dev.housecount.access.SignedInUser;
import org.jspecify.annotations.Nullable;

/**
 * Whose request was let through.
 *
 * @param portal what its events are marked with
 * @param sure whether it is certain who sends the events, whatever they claim
 * @param user who that is; null where nobody is to be named, or where it is not certain
 */
public record Caller(String portal, boolean sure, @Nullable String user) {
  public static Caller of(String portal) {
    return new Caller(portal, false, null);
  }

  static Caller of(SignedInUser user) {
    return new Caller(user.portal(), true, user.user().toString());
  }

  /** The same portal's, for somebody who is not to be named. */
  Caller asNobody() {
    return new Caller(portal, true, null);
  }

  /** Says not who, so that a careless log line leaks nothing. */
  @Override
  public String toString() {
    return "Caller[" + portal + "]";
  }
}
