package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import java.time.Instant;

/**
 * A place that holds something of people beside the chunks of events: an erasure goes to each of
 * them. {@code app} hands them in, so that {@code person} need not know who else holds what.
 */
public interface Holder {
  /**
   * What a receipt calls what was done here, such as {@code removedNames}; no holder's is
   * another's.
   */
  String figure();

  /**
   * Forgets a person. What is forgotten already counts no more, so that it may be called again.
   *
   * @param person under the newest key; the holder looks for those under older keys, too
   * @param upTo when the erasure was asked for: what was learned of the person later may stay
   * @return how many records, or whatever the figure counts, were removed or changed; 0 or more
   * @throws dev.housecount.store.StoreUnavailableException when something may be left; the same
   *     call again is safe
   */
  int forget(Pseudonym person, Instant upTo);
}
