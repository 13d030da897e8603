package dev.housecount.health;

import dev.housecount.collect.CollectResult;
import dev.housecount.event.Versions;
import dev.housecount.telemetry.Collected;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of events that were received, added up. Nothing in it is of a person.
 *
 * @param accepted events that are stored; duplicates count
 * @param withUser those of them that name a user
 * @param late those of them that arrived late, as {@link CollectResult.Arrived} means it
 * @param rejected events that were wrong, by the code of the reason
 * @param dropped events that were not wanted, by the code of the reason
 * @param droppedFields of accepted events, that the policy did not let in
 * @param senders when what which software recorded happened
 */
public record Figures(
    long accepted,
    long withUser,
    long late,
    Map<String, Long> rejected,
    Map<String, Long> dropped,
    Map<String, Long> droppedFields,
    Map<Versions, Span> senders) {
  /** Nothing at all. */
  public static final Figures NONE = new Figures(0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of());

  /** Software that is kept apart; whoever sends made-up versions fills no table. */
  static final int MOST_SENDERS = 20;

  public Figures {
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
    droppedFields = Collections.unmodifiableMap(new TreeMap<>(droppedFields));
    senders = Map.copyOf(senders);
  }

  /** Those of one batch. */
  public static Figures of(Collected batch, CollectResult.Arrived arrived, Versions versions) {
    return new Figures(
        batch.accepted(),
        arrived.withUser(),
        arrived.late(),
        longs(batch.rejected()),
        longs(batch.dropped()),
        longs(batch.droppedFields()),
        arrived.first() == null || arrived.last() == null
            ? Map.of()
            : Map.of(versions, new Span(arrived.first(), arrived.last())));
  }

  /** Both together. */
  public Figures plus(Figures other) {
    return new Figures(
        accepted + other.accepted,
        withUser + other.withUser,
        late + other.late,
        sum(rejected, other.rejected),
        sum(dropped, other.dropped),
        sum(droppedFields, other.droppedFields),
        merge(senders, other.senders, MOST_SENDERS));
  }

  /** The sum over all reasons. */
  public static long sum(Map<String, Long> byReason) {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether something of it is worth to be known, and cannot be learnt from what is stored. */
  boolean isRemarkable() {
    return late + sum(rejected) + sum(dropped) > 0;
  }

  /**
   * Both together.
   *
   * @param most beyond it nothing new comes in
   */
  static Map<Versions, Span> merge(Map<Versions, Span> a, Map<Versions, Span> b, int most) {
    Map<Versions, Span> both = new HashMap<>(a);
    b.forEach(
        (versions, span) -> {
          if (both.containsKey(versions) || both.size() < most) {
            both.merge(versions, span, Span::plus);
          }
        });
    return both;
  }

  private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = new HashMap<>(a);
    b.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return sum;
  }

  private static Map<String, Long> longs(Map<String, Integer> counts) {
    Map<String, Long> longs = new HashMap<>();
    counts.forEach(
        (reason, count) -> {
          if (count > 0) {
            longs.put(reason, (long) count);
          }
        });
    return longs;
  }
}
