package dev.housecount.sealed;

import dev.housecount.catalog.FactChanges;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes digests of days and months that are over and sealed. Safe where two do it at once, and
 * killed at any point: what no month names is read by nobody, and expires.
 */
final class Digesting {
  /** By then browsers have sent what they had. */
  private static final Duration SETTLED = Duration.ofHours(6);

  private final RecordStore store;
  private final Index index;
  private final Digests digests;
  private final Ordinals ordinals;
  private final Periods periods;
  private final Pseudonymizer pseudonymizer;
  private final Clock clock;
  private final Catalogs catalogs;
  private final DigestMaker maker;
  private boolean waiting;

  Digesting(
      RecordStore store,
      Index index,
      Digests digests,
      Ordinals ordinals,
      Periods periods,
      Pseudonymizer pseudonymizer,
      Clock clock,
      Catalogs catalogs,
      DigestMaker maker) {
    this.store = store;
    this.index = index;
    this.digests = digests;
    this.ordinals = ordinals;
    this.periods = periods;
    this.pseudonymizer = pseudonymizer;
    this.clock = clock;
    this.catalogs = catalogs;
    this.maker = maker;
  }

  /**
   * Goes on.
   *
   * @param isTime whether another one may be begun
   * @return whether nothing is left to do
   * @throws UnknownKeyException when another instance has to do it
   */
  boolean run(BooleanSupplier isTime) {
    waiting = false;
    Segment last = index.last();
    Instant oldest = clock.instant().minus(periods.longest());
    if (last == null || !oldest.isBefore(last.to())) {
      return true;
    }
    Forgotten forgotten = Forgotten.read(store, pseudonymizer);
    if (!ordinals.people(forgotten.epoch()).known()) {
      throw new UnknownKeyException();
    }
    List<Segment> segments = index.segments(oldest, last.to());
    Map<String, FactChanges> read = new HashMap<>();
    DigestMaker.Sources sources =
        new DigestMaker.Sources(
            segments,
            forgotten,
            portal -> read.computeIfAbsent(portal, one -> changes(one, oldest, last.to())));
    Instant begin = segments.isEmpty() ? last.to() : segments.get(0).from();
    Map<YearMonth, DigestMonth> months = new TreeMap<>();
    digests.read(begin, last.to()).forEach(month -> months.put(month.month(), month));
    YearMonth end = YearMonth.from(digests.date(last.to()));
    for (YearMonth one = YearMonth.from(digests.date(begin));
        !one.isAfter(end);
        one = one.plusMonths(1)) {
      Work work = new Work(sources, months.get(one), one);
      if (!work.run(oldest, last.to(), isTime)) {
        return false;
      }
    }
    return true;
  }

  private FactChanges changes(String portal, Instant after, Instant before) {
    FactChanges changes = catalogs.changes(portal, after, before);
    if (changes == null) {
      throw new UnknownKeyException();
    }
    return changes;
  }

  /** Whether the last run left something useless alone, since more late events may come. */
  boolean isWaiting() {
    return waiting;
  }

  /** Takes away what was made of segments that are there no more. */
  void drop() {
    Instant oldest = clock.instant().minus(periods.longest());
    List<Segment> segments = index.segments(oldest, clock.instant());
    for (DigestMonth month : digests.read(oldest, clock.instant())) {
      List<Digest> good = month.digests().stream().filter(digest -> digest.isOf(segments)).toList();
      if (good.size() < month.digests().size()) {
        boolean unused = digests.put(month.keeping(good), month); // else another one does it
      }
    }
  }

  /** What is to be done for a month. */
  private final class Work {
    private final DigestMaker.Sources sources;
    private DigestMonth stored;
    private DigestMonth month;

    /**
     * @param known null where there is none
     */
    Work(DigestMaker.Sources sources, @Nullable DigestMonth known, YearMonth which) {
      this.sources = sources;
      this.stored = known == null ? new DigestMonth(which, 0, digests.zone(), List.of()) : known;
      boolean same = stored.zone().equals(digests.zone());
      List<Digest> kept = same ? stored.digests() : List.of(); // of another zone nothing is
      this.month = new DigestMonth(which, stored.version(), digests.zone(), kept);
    }

    /** Returns false when it has to go on in another run. */
    boolean run(Instant oldest, Instant sealed, BooleanSupplier isTime) {
      for (Digest.Level level : Digest.Level.values()) {
        for (LocalDate first = month.month().atDay(1);
            YearMonth.from(first).equals(month.month());
            first = level.next(first)) {
          Instant from = Digest.start(first, digests.zone());
          Instant to = Digest.start(level.next(first), digests.zone());
          Instant end = level.readTo(to);
          boolean over = !end.isAfter(sealed) && !end.plus(SETTLED).isAfter(clock.instant());
          boolean due = over && level.readFrom(from).isAfter(oldest) && isDue(level, first);
          if (due && !(isTime.getAsBoolean() && make(level, first))) {
            return false;
          }
        }
      }
      return stored.digests().equals(month.digests()) || put(month);
    }

    private boolean isDue(Digest.Level level, LocalDate first) {
      Digest known = month.find(level, first);
      if (known == null || known.isOf(sources.segments())) {
        return known == null;
      }
      boolean patient = known.madeAt().plus(known.patience()).isAfter(clock.instant());
      waiting |= patient;
      return !patient;
    }

    /** Returns false when something was changed meanwhile: it is made next time. */
    private boolean make(Digest.Level level, LocalDate first) {
      Digest known = month.find(level, first);
      int times = known == null ? 1 : known.made() + 1;
      Digest made = maker.make(level, first, sources, times);
      if (made == null) {
        return false;
      }
      if (made.segment().parts().isEmpty()) {
        month = month.with(made); // becomes true with others, or at the end of the month
        return true;
      }
      if (isNobodyErased() && put(month.with(made))) {
        return true;
      }
      digests.shelf(level).delete(List.of(made.segment()));
      return false;
    }

    private boolean isNobodyErased() {
      return Forgotten.read(store, pseudonymizer).epoch() == sources.forgotten().epoch();
    }

    private boolean put(DigestMonth next) {
      if (!digests.put(next, stored)) {
        return false;
      }
      stored = new DigestMonth(next.month(), next.version() + 1, next.zone(), next.digests());
      month = stored;
      return true;
    }
  }
}
