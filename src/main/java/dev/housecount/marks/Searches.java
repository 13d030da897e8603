package dev.housecount.marks;

import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The terms that one actor searched, and which of them are no search of their own. */
final class Searches {
  /** The longest pause in typing. Whoever waits longer has read what was found. */
  static final Duration TYPING = Duration.ofSeconds(30);

  /** The longest pause before a word is chosen of those that an input method offers. */
  static final Duration CHOOSING = Duration.ofSeconds(10);

  private final Map<Line, Typed> lines = new HashMap<>();
  private final Map<Asked, Steps<Search>> asked = new HashMap<>();

  /** Typing goes on in one place: another action or other types of results are another line. */
  private record Line(String action, String types) {}

  /** A search, whatever page, filter or types of results it was asked with. */
  private record Asked(String action, String text) {}

  private record Search(Moment moment, Line line, SearchTerm term) {
    static Search of(HydratedEvent event) {
      String action = event.event().action();
      FieldValue types = event.event().context().get("searchTypes");
      return new Search(
          Moment.of(event),
          new Line(action, Objects.toString(types, "")),
          SearchTerm.of(event.event().subject()));
    }

    Asked asked() {
      return new Asked(line.action, term.text());
    }
  }

  /** A line's terms, by time and by their letters. */
  private static final class Typed {
    private final Steps<Search> inOrder = new Steps<>();
    private final TreeMap<String, Steps<Search>> byLetters = new TreeMap<>();

    void add(Search search) {
      inOrder.add(search.moment, search);
      byLetters.computeIfAbsent(key(search.term), key -> new Steps<>()).add(search.moment, search);
    }

    boolean remove(Search search) {
      inOrder.remove(search.moment);
      byLetters.computeIfPresent(
          key(search.term),
          (key, steps) -> {
            steps.remove(search.moment);
            return steps.isEmpty() ? null : steps;
          });
      return inOrder.isEmpty();
    }

    private static String key(SearchTerm term) {
      return term.keys() + '\n' + term.text();
    }

    /** Whether a term that begins with this one was searched before a moment. */
    boolean wentOn(Search search, Moment before) {
      // Of one time are events without a time of their own that came together: longer is later.
      Moment first = Moment.before(search.moment.at());
      for (var longer : byLetters.tailMap(search.term.keys(), true).entrySet()) {
        if (!longer.getKey().startsWith(search.term.keys())) {
          return false;
        }
        if (longer.getValue().any(first, before)
            && search.term.isBeginningOf(longer.getValue().any().term)) {
          return true;
        }
      }
      return false;
    }

    /** Whether the next other term, before a moment, is what an input method made of this one. */
    boolean wasComposed(Search search, Moment before) {
      for (Search next : inOrder.between(search.moment, before).values()) {
        if (!next.term.equals(search.term)) {
          return InputMethod.turns(search.term, next.term);
        }
      }
      return false;
    }
  }

  void add(HydratedEvent event) {
    Search search = Search.of(event);
    lines.computeIfAbsent(search.line, line -> new Typed()).add(search);
    asked.computeIfAbsent(search.asked(), same -> new Steps<>()).add(search.moment, search);
  }

  void remove(HydratedEvent event) {
    Search search = Search.of(event);
    lines.computeIfPresent(search.line, (line, typed) -> typed.remove(search) ? null : typed);
    asked.computeIfPresent(
        search.asked(),
        (same, steps) -> {
          steps.remove(search.moment);
          return steps.isEmpty() ? null : steps;
        });
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The mark of a search. */
  @Nullable Mark mark(HydratedEvent event, Opened opened, Marker.Repeats repeats) {
    Search search = Search.of(event);
    Instant known = search.moment.at().minus(repeats.far());
    if (isUnfinished(search, opened, known)) {
      return Mark.UNFINISHED_SEARCH;
    }
    Steps<Search> same = asked.get(search.asked());
    Instant at = search.moment.at();
    Moment first = Moment.before(at.minus(repeats.far()));
    Moment last = repeats.near().isZero() ? search.moment : Moment.before(at.minus(repeats.near()));
    // What was not finished then does not count: this is the first time that it is asked.
    boolean repeated =
        same != null
            && same.between(first, last).descendingMap().values().stream()
                .anyMatch(earlier -> !isUnfinished(earlier, opened, known));
    return repeated ? Mark.REPEATED_SEARCH : null;
  }

  /**
   * Whether its user went on with the term, and opened nothing that it found before that.
   *
   * @param known since when everything is known
   */
  private boolean isUnfinished(Search search, Opened opened, Instant known) {
    Typed typed = lines.get(search.line);
    if (typed == null) {
      return false;
    }
    Instant at = search.moment.at();
    Instant page = at.minus(Marker.BACK);
    Instant since = page.isBefore(known) ? known : page;
    Moment opening =
        opened.first(search.moment.beyondTies(), Moment.behind(at.plus(TYPING)), since);
    Moment typing = end(opening, Moment.behind(at.plus(TYPING)));
    Moment choosing = end(opening, Moment.behind(at.plus(CHOOSING)));
    return typed.wentOn(search, typing) || typed.wasComposed(search, choosing);
  }

  private static Moment end(@Nullable Moment opening, Moment last) {
    if (opening == null || opening.beyondTies().compareTo(last) >= 0) {
      return last;
    }
    return opening.beyondTies();
  }

  /** When results were opened. */
  @FunctionalInterface
  interface Opened {
    /**
     * The first time after a moment and before another; null when never.
     *
     * @param since what was before that does not tell where the actor was
     */
    @Nullable Moment first(Moment after, Moment before, Instant since);
  }
}
