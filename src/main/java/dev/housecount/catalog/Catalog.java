package dev.housecount.catalog;

import dev.housecount.catalog.CatalogStatus.Source;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs of portals: what is pushed or pulled goes in, what held at a time comes out. Every
 * method throws {@link dev.housecount.store.StoreUnavailableException} when the store cannot answer
 * now; the same call again is safe. Safe for concurrent use, also by several instances.
 */
public final class Catalog {
  /** A generation that is not complete after this time is forgotten. */
  public static final Duration PATIENCE = Duration.ofHours(1);

  private final Pseudonymizer pseudonymizer;
  private final CatalogSettings settings;
  private final Clock clock;
  private final OptedOut optedOut;
  private final Shelf shelf;
  private final Pushes pushes;
  private final Completing completing;
  private final Forgetting forgetting;
  private final Upkeep upkeep;

  /** Calls no store. */
  public Catalog(
      RecordStore store,
      Pseudonymizer pseudonymizer,
      Reduction reduction,
      CatalogSettings settings,
      Clock clock,
      OptedOut optedOut) {
    this(store, pseudonymizer, reduction, settings, clock, optedOut, Sizes.USUAL);
  }

  Catalog(
      RecordStore store,
      Pseudonymizer pseudonymizer,
      Reduction reduction,
      CatalogSettings settings,
      Clock clock,
      OptedOut optedOut,
      Sizes sizes) {
    this.pseudonymizer = pseudonymizer;
    this.settings = settings;
    this.clock = clock;
    this.optedOut = optedOut;
    shelf = new Shelf(store, clock, sizes);
    Keeping keeping = new Keeping(shelf, pseudonymizer, settings, clock);
    Generations generations = new Generations(store);
    pushes = new Pushes(shelf, keeping, generations, reduction, optedOut);
    completing = new Completing(shelf, keeping, generations, pseudonymizer);
    forgetting = new Forgetting(shelf, keeping, pseudonymizer);
    upkeep = new Upkeep(shelf, keeping, pseudonymizer);
  }

  /** Takes a page; one that is sent again replaces itself. Nothing is told of it yet. */
  public PageReceipt take(PushedPage page) {
    return pushes.take(page);
  }

  /** Makes a generation that was pushed the catalog. */
  public Completion complete(String portal, String generation, int pages, boolean empty) {
    return complete(portal, generation, pages, empty, Source.PUSH);
  }

  /**
   * Makes a generation the catalog, from now on: all of it or nothing.
   *
   * @param pages how many it has; 0 or more
   * @param empty whether it is meant when it has no entity
   * @throws IncompleteGenerationException when pages are missing or too many; nothing changes
   * @throws OlderGenerationException when one that began later was completed; nothing changes
   * @throws EmptyGenerationException when it has no entity; nothing changes
   */
  public Completion complete(
      String portal, String generation, int pages, boolean empty, Source source) {
    return completing.complete(portal, generation, pages, empty, source);
  }

  /** What is known of a portal's catalog now. */
  public CatalogStatus status(String portal) {
    return count(portal, Counting::status);
  }

  /**
   * A row for each day, oldest first; none before the first generation.
   *
   * @param from in the portal's zone, inclusive
   * @param to exclusive; days that have not begun are left out
   * @param team whose members are counted; null for none
   * @param direct whether members of the groups below it are not counted
   */
  public List<Headcount> headcounts(
      String portal, LocalDate from, LocalDate to, @Nullable EntityRef team, boolean direct) {
    return count(portal, counting -> counting.headcounts(from, to, team, direct));
  }

  private <T> T count(String portal, Function<Counting, T> question) {
    return snapshots(portal)
        .ask(snapshot -> question.apply(new Counting(snapshot, optedOut.now(), settings, clock)));
  }

  /** What held at a time: for one request. */
  public CatalogFacts facts(String portal) {
    return new DatedFacts(snapshots(portal), optedOut);
  }

  /**
   * Everything that a portal's catalog had at a time, without people who opted out. Times before
   * the first generation meet the first; before there is one there is nothing.
   */
  public List<CapturedEntity> everything(String portal, Instant at) {
    return held(portal, at, Snapshot::everything);
  }

  /** The people and groups of {@link #everything}: much less is read. */
  public List<CapturedEntity> organisation(String portal, Instant at) {
    return held(
        portal,
        at,
        snapshot ->
            Stream.of(EntityRef.USER, Groups.KIND).flatMap(kind -> snapshot.everything(kind)));
  }

  private List<CapturedEntity> held(
      String portal, Instant at, Function<Snapshot, Stream<Entry>> which) {
    Set<Pseudonym> without = optedOut.now();
    return snapshots(portal).ask(snapshot -> held(snapshot, which.apply(snapshot), without, at));
  }

  private static List<CapturedEntity> held(
      Snapshot snapshot, Stream<Entry> entries, Set<Pseudonym> without, Instant at) {
    if (snapshot.head().isNone()) {
      return List.of();
    }
    long time = Math.max(at.toEpochMilli(), snapshot.head().since());
    List<CapturedEntity> all = new ArrayList<>();
    entries.forEach(
        entry -> {
          CapturedEntity facts = entry.at(time);
          boolean out = facts instanceof UserFacts user && without.contains(user.user());
          if (facts != null && !out) {
            all.add(without.isEmpty() ? facts : Renewed.without(facts, without));
          }
        });
    return all;
  }

  /**
   * What a portal's catalog began to say after a moment and before another one. Once that is over,
   * no more of it is ever found: a generation changes nothing before its completion.
   *
   * @return null where the people are under a key that is not known here
   */
  public @Nullable FactChanges changes(String portal, Instant after, Instant before) {
    return snapshots(portal)
        .ask(
            snapshot ->
                pseudonymizer.knows(snapshot.root().keyId())
                    ? Changing.of(snapshot, after, before)
                    : null);
  }

  private Snapshots snapshots(String portal) {
    return new Snapshots(shelf, portal, pseudonymizer);
  }

  /**
   * What is kept of a person now, by portal; of whoever opted out, too.
   *
   * @param person under the newest key
   */
  public Map<String, UserFacts> held(Pseudonym person) {
    Map<String, UserFacts> held = new TreeMap<>();
    for (String portal : shelf.portals()) {
      UserFacts facts =
          new DatedFacts(snapshots(portal), OptedOut.NOBODY).user(person, clock.instant());
      if (facts != null) {
        held.put(portal, facts);
      }
    }
    return held;
  }

  /**
   * Takes a person out of everything, at all times; a generation that is completed later may bring
   * the person back. Calling it again is safe.
   *
   * @param person under the newest key
   * @return how many entities had something of the person
   */
  public int forget(Pseudonym person) {
    return forgetting.forget(person);
  }

  /**
   * Sweeps away what is of no use any more, and brings people under the newest key.
   *
   * @return how many catalogs want another look
   */
  public int tidy() {
    return upkeep.run();
  }
}
