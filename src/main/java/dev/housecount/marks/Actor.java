package dev.housecount.marks;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;

/**
 * Whose events belong together: a user's; without a user a session's; without both those that came
 * together.
 *
 * @param who tells actors of one portal apart
 */
public record Actor(String portal, String who) {
  /**
   * The actor of an event.
   *
   * @param together names what the event came with, such as its chunk; matters only for an event
   *     with neither user nor session, where nothing else tells who caused it
   */
  public static Actor of(HydratedEvent event, String together) {
    Pseudonym user = event.event().user();
    Pseudonym session = event.event().session();
    if (user != null) {
      return new Actor(event.portal(), "user " + user);
    }
    return new Actor(
        event.portal(), session != null ? "session " + session : "together " + together);
  }
}
