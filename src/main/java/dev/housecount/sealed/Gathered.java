package dev.housecount.sealed;

import dev.housecount.event.Pseudonym;
import dev.housecount.rollup.Miss;
import dev.housecount.rollup.Present;
import dev.housecount.rollup.RunEvent;
import dev.housecount.rollup.Search;
import dev.housecount.rollup.Seen;
import dev.housecount.rollup.Tally;
import dev.housecount.rollup.Visit;
import dev.housecount.rollup.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes down what the fold tells of a segment, as rows. */
final class Gathered implements Tally {
  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::who).thenComparingLong(Row::time);

  private final Forgotten forgotten;
  private final UnaryOperator<String> texts;
  private final Map<String, Map<Section, List<Row>>> rows = new HashMap<>();
  private final Map<Pseudonym, Integer> users = new HashMap<>();
  private final List<Pseudonym> byNumber = new ArrayList<>();
  private final Set<Object> known = new HashSet<>();

  /** What makes two things of somebody one. */
  private record Same(Who who, Instant quarter, List<@Nullable String> words) {}

  /**
   * @param forgotten who is left out
   */
  Gathered(Forgotten forgotten) {
    this.forgotten = forgotten;
    this.texts = forgotten.withoutMentions();
  }

  @Override
  public void visit(Visit visit) {
    if (!forgotten.has(visit.who(), visit.at())) {
      add(visit.who(), Section.VISITS, Things.row(visit, number(visit.who())));
    }
  }

  @Override
  public void miss(Miss miss) {
    if (!forgotten.has(miss.who(), miss.at())) {
      add(miss.who(), Section.MISSES, Things.row(miss, number(miss.who())));
    }
  }

  @Override
  public void search(Search search) {
    if (!forgotten.has(search.who(), search.at())) {
      add(search.who(), Section.SEARCHES, Things.row(search, number(search.who())));
    }
  }

  @Override
  public void runEvent(RunEvent event) {
    if (!forgotten.has(event.who(), event.at())) {
      add(event.who(), Section.RUNS, Things.row(event, number(event.who())));
    }
  }

  /**
   * Of what somebody does again and again in a quarter of an hour the first time stands for all.
   */
  @Override
  public void seen(Seen seen) {
    if (forgotten.has(seen.who(), seen.at())) {
      return;
    }
    Instant quarter = Present.quarter(seen.at());
    Row row = Things.row(seen, number(seen.who()));
    if (known.add(new Same(seen.who(), quarter, row.words()))) {
      add(seen.who(), Section.PLACES, row);
    }
    if (known.add(new Same(seen.who(), quarter, List.of()))) {
      Row present = Things.row(new Present(quarter, seen.who()), row.who());
      add(seen.who(), Section.PRESENCE, present);
    }
  }

  private void add(Who who, Section section, Row row) {
    rows.computeIfAbsent(who.portal(), portal -> new EnumMap<>(Section.class))
        .computeIfAbsent(section, one -> new ArrayList<>())
        .add(row);
  }

  /** A number of this segment's own, until there are ordinals. */
  private int number(Who who) {
    Pseudonym user = who.user();
    if (user == null) {
      return Row.NOBODY;
    }
    return users.computeIfAbsent(
        user,
        fresh -> {
          byNumber.add(fresh);
          return byNumber.size() - 1;
        });
  }

  /** Everybody in it. */
  Set<Pseudonym> people() {
    return users.keySet();
  }

  /** The rows by portal and section, in the order in which they are stored. */
  Map<String, Map<Section, List<Row>>> rows(Map<Pseudonym, Integer> ordinals) {
    rows.values()
        .forEach(
            sections -> sections.replaceAll((section, some) -> sorted(section, some, ordinals)));
    return rows;
  }

  /** Events of runs stay in the order in which they happened: their run depends on it. */
  private List<Row> sorted(Section section, List<Row> some, Map<Pseudonym, Integer> ordinals) {
    List<Row> all = new ArrayList<>(some.size());
    for (Row row : some) {
      Integer who = row.who() == Row.NOBODY ? null : ordinals.get(byNumber.get(row.who()));
      all.add(
          new Row(who == null ? Row.NOBODY : who, row.time(), texts(row.words()), row.numbers()));
    }
    if (section != Section.RUNS) {
      all.sort(ORDER);
    }
    return all;
  }

  private List<@Nullable String> texts(List<@Nullable String> words) {
    if (!forgotten.isMentionable()) {
      return words;
    }
    List<@Nullable String> without = new ArrayList<>();
    words.forEach(word -> without.add(word == null ? null : texts.apply(word)));
    return without;
  }

  /** Rows of presence or places of two foldings, each thing once. */
  static List<Row> union(Section section, List<Row> one, List<Row> other) {
    Map<Row, Row> all = new LinkedHashMap<>();
    Stream.concat(one.stream(), other.stream())
        .sorted(ORDER)
        .forEach(row -> all.putIfAbsent(sameInQuarter(section, row), row));
    return new ArrayList<>(all.values());
  }

  private static Row sameInQuarter(Section section, Row row) {
    long quarter = Section.PRESENCE.time(section.at(row.time()));
    return new Row(row.who(), quarter, row.words(), row.numbers());
  }
}
