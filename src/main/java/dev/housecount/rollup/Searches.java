package dev.housecount.rollup;

import dev.housecount.event.FieldValue;
import dev.housecount.event.ScrubbedEvent;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which searches are one, what they found, and what was opened of that. */
final class Searches {
  static final String DISCOVER = "discover";

  /** Of Backstage itself; others are custom actions. */
  private static final String STANDARD = "search";

  private final Recent<Key, Open> open = new Recent<>(Fold.SAME_SEARCH, Open::last, this::over);

  /** What each searched last. */
  private final Map<Doer, Open> latest = new HashMap<>();

  private final Asked asked;
  private final Tally tally;
  private int waiting;

  private record Key(Doer doer, String action, String text) {}

  /** A search that may be asked again. */
  private static final class Open {
    private final Deed first;
    private final @Nullable Doer doer;
    private Instant last;
    private boolean counted;
    private boolean productive;
    private int discovered;
    private int ranked;
    private double ranks;

    Open(Deed first) {
      this.first = first;
      this.doer = first.doer();
      this.last = first.at();
    }

    Instant last() {
      return last;
    }

    void ask(Deed deed) {
      last = deed.at();
      Double count = count(deed.event());
      counted |= count != null;
      productive |= count != null && count > 0;
    }

    void discover(@Nullable Double rank) {
      discovered++;
      ranked += rank == null ? 0 : 1;
      ranks += rank == null ? 0 : rank;
    }

    Search toSearch() {
      return new Search(
          first.at(),
          first.who(),
          first.place(),
          first.event().action(),
          term(first.event()),
          productive ? Search.State.PRODUCTIVE : counted ? Search.State.ZERO : Search.State.UNKNOWN,
          discovered,
          ranked,
          ranks,
          1);
    }
  }

  Searches(Asked asked, Tally tally) {
    this.asked = asked;
    this.tally = tally;
  }

  /**
   * Takes a search.
   *
   * @param repeated whether its mark says that it repeats one that was just asked
   */
  void take(Deed deed, boolean repeated) {
    reach(deed.at());
    Doer doer = deed.doer();
    if (doer != null) {
      Key key = new Key(doer, deed.event().action(), text(deed.event()));
      Open search = open.get(key);
      if (search == null) {
        search = begin(deed);
      }
      search.ask(deed);
      open.touch(key, search);
      latest.put(doer, search);
    } else if (!repeated) {
      Open search = begin(deed);
      search.ask(deed);
      over(search);
    }
  }

  private Open begin(Deed deed) {
    waiting += asked.has(deed.at()) ? 1 : 0;
    return new Open(deed);
  }

  /** Takes the opening of a result: it is of what was searched last. */
  void open(Deed deed) {
    Doer doer = deed.doer();
    Open search = doer == null ? null : latest.get(doer);
    if (search != null && !search.last.plus(Fold.OPENING).isBefore(deed.at())) {
      search.discover(deed.event().value());
    }
  }

  /** Ends what is over when all before a time is known. */
  void reach(Instant time) {
    open.reach(time);
  }

  /** Whether something that is asked for may go on. */
  boolean areOpen() {
    return waiting > 0;
  }

  private void over(Open search) {
    if (search.doer != null) {
      latest.remove(search.doer, search);
    }
    if (asked.has(search.first.at())) {
      waiting--;
      tally.search(search.toSearch());
    }
  }

  /** How many results a search had; null where its event does not say. */
  private static @Nullable Double count(ScrubbedEvent event) {
    boolean custom = !event.action().equals(STANDARD);
    return custom && event.attributes().get("resultCount") instanceof FieldValue.Num count
        ? Double.valueOf(count.value())
        : event.value();
  }

  private static String term(ScrubbedEvent event) {
    return event.subject().strip().toLowerCase(Locale.ROOT);
  }

  /** As marks compare terms, or a search would repeat one of another term. */
  private static String text(ScrubbedEvent event) {
    return Normalizer.normalize(event.subject(), Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
