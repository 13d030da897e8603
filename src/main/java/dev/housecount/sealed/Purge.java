package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites what is sealed without those who were erased, day by day. */
final class Purge {
  private final RecordStore store;
  private final Index index;
  private final Shelf shelf;
  private final Making making;
  private final Ordinals ordinals;
  private final Digesting digesting;
  private final Pseudonymizer pseudonymizer;
  private final Clock clock;

  Purge(
      RecordStore store,
      Index index,
      Shelf shelf,
      Making making,
      Ordinals ordinals,
      Digesting digesting,
      Pseudonymizer pseudonymizer,
      Clock clock) {
    this.store = store;
    this.index = index;
    this.shelf = shelf;
    this.making = making;
    this.ordinals = ordinals;
    this.digesting = digesting;
    this.pseudonymizer = pseudonymizer;
    this.clock = clock;
  }

  /**
   * Goes on.
   *
   * @param isTime whether another day may be begun
   * @return whether nothing is left to do
   * @throws UnknownKeyException when another instance has to do it
   */
  boolean run(BooleanSupplier isTime) {
    Forgotten forgotten = Forgotten.read(store, pseudonymizer);
    if (!forgotten.isToBePurged()) {
      return true;
    }
    People people = ordinals.people(forgotten.epoch());
    if (!people.known()) {
      throw new UnknownKeyException();
    }
    String reached = forgotten.position();
    for (Day day : index.days(Instant.EPOCH, clock.instant())) {
      if (day.date().toString().compareTo(reached) > 0) {
        if (!isTime.getAsBoolean() || !purge(day, forgotten, people)) {
          note(forgotten, reached);
          return false;
        }
        reached = day.date().toString();
      }
    }
    digesting.drop();
    change(forgotten, one -> one.purged(clock.instant()));
    return true;
  }

  private void note(Forgotten seen, String reached) {
    if (!reached.equals(seen.position())) {
      change(seen, one -> one.purgedTo(reached));
    }
  }

  /** Whoever was erased meanwhile has to be looked for from the beginning. */
  private void change(Forgotten seen, UnaryOperator<Forgotten> change) {
    Forgotten.change(
        store, pseudonymizer, now -> now.epoch() == seen.epoch() ? change.apply(now) : now);
  }

  private boolean purge(Day listed, Forgotten forgotten, People people) {
    Day day = index.day(listed.date()); // the list may be older
    List<Segment> fresh = new ArrayList<>();
    for (Segment segment : day.segments()) {
      Segment without = without(segment, forgotten, people);
      if (without != null) {
        fresh.add(without);
      }
    }
    if (fresh.isEmpty()) {
      return true;
    }
    Day next = day.with(fresh);
    if (!index.put(next)) {
      shelf.delete(fresh);
      return false;
    }
    shelf.delete(day.segments().stream().filter(old -> !next.segments().contains(old)).toList());
    return true;
  }

  /** Null where nothing of them is in it. */
  private @Nullable Segment without(Segment segment, Forgotten forgotten, People people) {
    Map<String, Map<Section, List<Row>>> all = new HashMap<>();
    boolean changed = false;
    for (String portal : segment.parts().keySet()) {
      Map<Section, List<Row>> sections = new EnumMap<>(Section.class);
      for (Section section : Section.OF_SEGMENTS) {
        List<Row> rows = making.rows(portal, section, segment);
        List<Row> left = without(section, rows, forgotten, people);
        changed |= !left.equals(rows);
        sections.put(section, left);
      }
      all.put(portal, sections);
    }
    return changed
        ? making.write(segment.from(), segment.to(), segment.chunks(), segment.searches(), all)
        : null;
  }

  private static List<Row> without(
      Section section, List<Row> rows, Forgotten forgotten, People people) {
    UnaryOperator<String> texts = forgotten.withoutMentions();
    Map<List<@Nullable String>, List<@Nullable String>> known = new HashMap<>();
    List<Row> left = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Pseudonym person = row.who() == Row.NOBODY ? null : people.person(row.who());
      boolean counts = person != null && !forgotten.has(person, section.at(row.time()));
      if (row.who() == Row.NOBODY || counts) {
        List<@Nullable String> words =
            known.computeIfAbsent(row.words(), some -> without(some, texts));
        left.add(new Row(row.who(), row.time(), words, row.numbers()));
      }
    }
    return left;
  }

  private static List<@Nullable String> without(
      List<@Nullable String> words, UnaryOperator<String> texts) {
    List<@Nullable String> without = new ArrayList<>();
    words.forEach(word -> without.add(word == null ? null : texts.apply(word)));
    return without;
  }
}
