package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in the place of pseudonyms: short, the same under every key, never used again. One space
 * for all portals. What was read once is read again only where it changed. Safe for concurrent use.
 */
final class Ordinals {
  /** Instances with an older ring are gone by then: what they do not know nobody knows. */
  static final Duration DEPLOYED = Duration.ofDays(1);

  private static final int ATTEMPTS = 10;
  private static final int MOST_BLOCKS = 1_000_000;

  private final RecordStore store;
  private final Pseudonymizer pseudonymizer;
  private final Clock clock;
  private People people = People.NONE;
  private long epoch = -1;

  Ordinals(RecordStore store, Pseudonymizer pseudonymizer, Clock clock) {
    this.store = store;
    this.pseudonymizer = pseudonymizer;
    this.clock = clock;
  }

  /**
   * All people.
   *
   * @param now as {@link Forgotten#epoch}: where it is another than before, all are read again
   */
  synchronized People people(long now) {
    if (now != epoch) {
      people = People.NONE;
    }
    for (Block block : blocks(people.size())) {
      if (block.first() == people.size()) {
        people = people.with(renewed(block), isKnown(block));
      }
    }
    epoch = now;
    return people;
  }

  private List<Block> blocks(int from) {
    RecordRange range =
        new RecordRange(Block.PARTITION, Block.key(from).sort(), "~", Order.ASC, MOST_BLOCKS, true);
    return store.read(range).stream().map(Block::of).toList();
  }

  private boolean isKnown(Block block) {
    return pseudonymizer.knows(block.keyId())
        || block.createdAt().plus(DEPLOYED).isBefore(clock.instant());
  }

  private List<@Nullable Pseudonym> renewed(Block block) {
    List<@Nullable Pseudonym> renewed = new ArrayList<>();
    for (Pseudonym person : block.people()) {
      renewed.add(person == null ? null : pseudonymizer.renewUser(person, block.keyId()));
    }
    return renewed;
  }

  /**
   * The ordinals of some; who has none gets one.
   *
   * @param now as in {@link #people}
   */
  synchronized Map<Pseudonym, Integer> of(Collection<Pseudonym> some, long now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      People known = people(now);
      List<Pseudonym> fresh =
          some.stream()
              .filter(person -> !known.ordinals().containsKey(person))
              .distinct()
              .sorted(Comparator.comparing(Pseudonym::value))
              .toList();
      if (fresh.isEmpty()) {
        Map<Pseudonym, Integer> found = new HashMap<>();
        some.forEach(person -> found.put(person, known.ordinals().get(person)));
        return found;
      }
      append(known.size(), fresh);
    }
    throw new StoreUnavailableException("ordinals keep changing while some are added");
  }

  /** Who loses against another instance reads what that one wrote. */
  private void append(int first, List<Pseudonym> fresh) {
    int begin = first;
    for (int from = 0; from < fresh.size(); from += Block.MOST) {
      List<@Nullable Pseudonym> some =
          new ArrayList<>(fresh.subList(from, Math.min(fresh.size(), from + Block.MOST)));
      Block block = new Block(begin, 1, pseudonymizer.keyId(), clock.instant(), some);
      if (!store.put(block.record(), 0)) {
        return;
      }
      begin += some.size();
    }
  }

  /**
   * Makes the ordinals of a person nobody's.
   *
   * @param upTo who got an ordinal later did something later
   * @return how many
   */
  int blank(Pseudonym person, Instant upTo) {
    int blanked = 0;
    for (Block block : blocks(0)) {
      List<Integer> found = new ArrayList<>();
      List<@Nullable Pseudonym> people = renewed(block);
      for (int i = 0; i < people.size(); i++) {
        if (person.equals(people.get(i)) && !block.createdAt().isAfter(upTo)) {
          found.add(block.first() + i);
        }
      }
      if (!found.isEmpty()) {
        if (!store.put(block.without(found).record(), block.version())) {
          throw new StoreUnavailableException("ordinals keep changing while one is erased");
        }
        blanked += found.size();
      }
    }
    return blanked;
  }
}
