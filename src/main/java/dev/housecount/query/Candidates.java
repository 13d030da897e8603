package dev.housecount.query;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.store.Band;
import dev.housecount.store.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events that may be on a page, in order, each once. Of the copies of one event the oldest is
 * the one that counts: a copy that arrives later never takes its place.
 */
final class Candidates {
  /** Copies further apart are different events of a sender that uses its ids again. */
  private static final Duration SAME = Band.LOOSE.drift();

  private final Order order;
  private final @Nullable Position after;
  private final int wanted;
  private final TreeMap<Position, HydratedEvent> inOrder;
  private final Map<Identity, List<Position>> copies = new HashMap<>();

  /**
   * @param after only what stands behind it is wanted; what stands before it makes copies known
   * @param wanted how many events are wanted
   */
  Candidates(Order order, @Nullable Position after, int wanted) {
    this.order = order;
    this.after = after;
    this.wanted = wanted;
    this.inOrder =
        new TreeMap<>(
            order == Order.ASC
                ? Comparator.<Position>naturalOrder()
                : Comparator.<Position>reverseOrder());
  }

  void offer(HydratedEvent event) {
    Position position = Position.of(event);
    List<Position> known = copies.computeIfAbsent(Identity.of(event), id -> new ArrayList<>(1));
    for (int i = 0; i < known.size(); i++) {
      if (distance(known.get(i).at(), position.at()).compareTo(SAME) <= 0) {
        if (position.compareTo(known.get(i)) < 0) {
          inOrder.remove(known.set(i, position));
          inOrder.put(position, event);
        }
        return;
      }
    }
    known.add(position);
    inOrder.put(position, event);
    if (inOrder.size() > 8 * wanted + 1000) {
      prune();
    }
  }

  /** The time of the last event wanted; null while there are fewer. */
  @Nullable Instant cut() {
    int seen = 0;
    for (Position position : inOrder.keySet()) {
      if (isBehind(position) && ++seen == wanted) {
        return position.at();
      }
    }
    return null;
  }

  /** All that is wanted, and what is known behind it, in order. */
  List<HydratedEvent> behind() {
    return inOrder.entrySet().stream()
        .filter(entry -> isBehind(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private boolean isBehind(Position position) {
    return after == null
        || (order == Order.ASC ? position.compareTo(after) > 0 : position.compareTo(after) < 0);
  }

  /** Drops what is so far behind the page that it cannot matter, so that memory stays bounded. */
  private void prune() {
    Instant cut = cut();
    Iterator<Map.Entry<Position, HydratedEvent>> farthest =
        inOrder.descendingMap().entrySet().iterator();
    while (cut != null && farthest.hasNext()) {
      Map.Entry<Position, HydratedEvent> entry = farthest.next();
      if (distance(cut, entry.getKey().at()).compareTo(SAME.multipliedBy(2)) <= 0) {
        return;
      }
      Identity identity = Identity.of(entry.getValue());
      copies.computeIfPresent(
          identity,
          (id, places) -> {
            places.remove(entry.getKey());
            return places.isEmpty() ? null : places;
          });
      farthest.remove();
    }
  }

  private static Duration distance(Instant a, Instant b) {
    return Duration.between(a, b).abs();
  }

  private record Identity(String portal, String id, @Nullable Pseudonym user) {
    static Identity of(HydratedEvent event) {
      return new Identity(event.portal(), event.event().id().value(), event.event().user());
    }
  }
}
