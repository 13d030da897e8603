package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.housecount.catalog.CatalogStatus.Source;
import dev.housecount.catalog.CatalogWorld.Thing;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.Order;
import dev.housecount.store.RecordRange;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.StoredRecord;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Instant BEGIN = Instant.parse("2100-03-01T22:30:00Z");
  private static final String PORTAL = "default";
  private static final int TEAM = CatalogWorld.COMPONENTS;
  private static final int USER = CatalogWorld.COMPONENTS + CatalogWorld.GROUPS;
  private static final Duration KEPT = Duration.ofDays(90);

  private final MutableClock clock = new MutableClock(BEGIN);
  private final InMemoryRecordStore records = new InMemoryRecordStore(clock);
  private final FaultyRecordStore store = new FaultyRecordStore(records);
  private final Pseudonymizer pseudonymizer = CatalogWorld.oneKey();
  private final Set<Pseudonym> optedOut = new HashSet<>();
  private final Catalog catalog = catalog(pseudonymizer);

  private Catalog catalog(Pseudonymizer people) {
    return new Catalog(
        store,
        people,
        CatalogWorld.reduction(people),
        new CatalogSettings(KEPT, ZoneId.of("Europe/Berlin")),
        clock,
        () -> Set.copyOf(optedOut),
        new Sizes(200, 3));
  }

  @Test
  void status_beforeAnyPush_isNothing() {
    assertThat(catalog.status(PORTAL))
        .isEqualTo(new CatalogStatus(null, 0, Map.of(), 0, 0, 0, null, List.of()));
    assertThat(entity(0, clock.instant())).isNull();
    assertThat(catalog.facts(PORTAL).groups(BEGIN).isShown(CatalogWorld.ref(TEAM))).isFalse();
    assertThat(headcounts(BEGIN, null)).isEmpty();
  }

  @Test
  void take_untilItIsComplete_changesNothing() {
    push("one", things(0, 0, 1, 2));
    catalog.take(page("two", 1, things(1, 0, 1)));

    assertThat(entity(0, clock.instant())).isEqualTo(facts(0, 0));
    assertThat(catalog.status(PORTAL).entities()).isEqualTo(3);
  }

  @Test
  void take_linesThatAreNoEntities_areToldAndLoseNothingElse() {
    PushedPage.Line bad = new PushedPage.Line(2, Map.of("kind", "component"));
    PushedPage.Line good = new PushedPage.Line(4, Map.of("index", 0, "variant", 1));

    PageReceipt receipt = catalog.take(new PushedPage(PORTAL, "one", 1, List.of(bad, good)));
    catalog.complete(PORTAL, "one", 1, false);

    assertThat(receipt)
        .isEqualTo(new PageReceipt(1, List.of(new PageReceipt.Rejection(2, "no index"))));
    assertThat(entity(0, clock.instant())).isEqualTo(facts(1, 0));
  }

  @Test
  void facts_anEventMeetsThoseOfItsTime() {
    push("one", things(0, 0));
    Instant first = clock.instant();
    clock.advance(Duration.ofHours(5));
    push("two", things(1, 0));
    Instant second = clock.instant();
    clock.advance(Duration.ofHours(5));
    push("three", things(0, 1));

    assertThat(entity(0, first.minus(Duration.ofDays(40)))).isEqualTo(facts(0, 0));
    assertThat(entity(0, second.minusMillis(1))).isEqualTo(facts(0, 0));
    assertThat(entity(0, second)).isEqualTo(facts(1, 0));
    assertThat(entity(0, clock.instant())).isNull();
    assertThat(entity(1, second)).isNull();
    assertThat(entity(1, clock.instant())).isEqualTo(facts(0, 1));
  }

  @Test
  void take_pageSentAgain_replacesItself() {
    catalog.take(page("one", 1, things(0, 0, 1)));
    catalog.take(page("one", 2, things(0, 2)));
    catalog.take(page("one", 1, things(1, 3)));

    assertThat(catalog.complete(PORTAL, "one", 2, false)).isEqualTo(new Completion(2, 2, 0, 0, 0));
    assertThat(entity(0, clock.instant())).isNull();
    assertThat(entity(3, clock.instant())).isEqualTo(facts(1, 3));
  }

  @Test
  void take_entityTwice_theLastLineWins() {
    catalog.take(page("one", 2, List.of(new Thing(0, 0), new Thing(1, 0))));
    catalog.take(page("one", 1, List.of(new Thing(0, 1), new Thing(1, 1), new Thing(1, 2))));

    assertThat(catalog.complete(PORTAL, "one", 2, false).entities()).isEqualTo(2);
    assertThat(entity(0, clock.instant())).isEqualTo(facts(0, 0));
    assertThat(entity(1, clock.instant())).isEqualTo(facts(0, 1));
  }

  @Test
  void complete_pagesMissingOrTooMany_saysWhichAndChangesNothing() {
    catalog.take(page("one", 2, things(0, 0)));
    catalog.take(page("one", 5, things(0, 1)));

    IncompleteGenerationException incomplete =
        catchThrowableOfType(
            IncompleteGenerationException.class, () -> catalog.complete(PORTAL, "one", 4, false));

    assertThat(incomplete.missing()).containsExactly(1, 3, 4);
    assertThat(incomplete.surplus()).containsExactly(5);
    assertThat(catalog.status(PORTAL).asOf()).isNull();
    catalog.take(page("one", 1, things(0, 2)));
    catalog.take(page("one", 3, things(0, 3)));
    catalog.take(page("one", 4, things(0, 4)));
    assertThat(catalog.complete(PORTAL, "one", 5, false).added()).isEqualTo(5);
  }

  @Test
  void complete_nothing_onlyWhenItIsMeant() {
    push("one", things(0, 0, USER));
    assertThatThrownBy(() -> catalog.complete(PORTAL, "two", 0, false))
        .isInstanceOf(EmptyGenerationException.class);
    catalog.take(page("two", 1, List.of()));
    assertThatThrownBy(() -> catalog.complete(PORTAL, "two", 1, false))
        .isInstanceOf(EmptyGenerationException.class);
    assertThat(catalog.status(PORTAL).entities()).isEqualTo(2);

    assertThat(catalog.complete(PORTAL, "two", 1, true)).isEqualTo(new Completion(0, 0, 0, 2, 0));
    assertThat(catalog.status(PORTAL).entities()).isZero();
  }

  @Test
  void complete_again_isAllUnchangedAlsoWhenPagesComeLate() {
    push("one", things(0, 0, 1));
    Instant asOf = clock.instant();
    clock.advance(Duration.ofMinutes(1));

    assertThat(catalog.complete(PORTAL, "one", 1, false)).isEqualTo(new Completion(2, 0, 0, 0, 2));
    catalog.take(page("one", 1, things(0, 0)));
    assertThat(catalog.complete(PORTAL, "one", 2, false)).isEqualTo(new Completion(2, 0, 0, 0, 2));
    assertThat(catalog.status(PORTAL).asOf()).isEqualTo(asOf);
  }

  @Test
  void complete_nameUsedAgain_isAnotherGeneration() {
    push("nightly", things(0, 0, 1));
    clock.advance(Duration.ofMinutes(1));
    push("other", things(0, 0));
    clock.advance(Duration.ofMinutes(1));

    catalog.take(page("nightly", 1, things(1, 1, 2)));

    assertThat(catalog.complete(PORTAL, "nightly", 1, false))
        .isEqualTo(new Completion(2, 2, 0, 1, 0));
  }

  @Test
  void complete_olderAfterNewer_isRefused() {
    catalog.take(page("older", 1, things(0, 0)));
    clock.advance(Duration.ofSeconds(1));
    push("newer", things(0, 1));

    assertThatThrownBy(() -> catalog.complete(PORTAL, "older", 1, false))
        .isInstanceOf(OlderGenerationException.class);
    catalog.take(page("older", 2, things(0, 3)));
    assertThatThrownBy(() -> catalog.complete(PORTAL, "older", 2, false))
        .isInstanceOf(OlderGenerationException.class);
    assertThat(entity(1, clock.instant())).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    push("newest", things(0, 2));
    assertThatThrownBy(() -> catalog.complete(PORTAL, "newer", 1, false))
        .isInstanceOf(OlderGenerationException.class);
  }

  @Test
  void complete_anHourLater_isForgotten() {
    catalog.take(page("one", 1, things(0, 0)));
    clock.advance(Catalog.PATIENCE.minusMillis(1));
    catalog.take(page("one", 2, things(0, 1)));
    clock.advance(Duration.ofMillis(1));

    IncompleteGenerationException incomplete =
        catchThrowableOfType(
            IncompleteGenerationException.class, () -> catalog.complete(PORTAL, "one", 2, false));

    assertThat(incomplete.missing()).containsExactly(1, 2);
  }

  @Test
  void complete_somebodyElseCompletesMeanwhile_theLaterOneWins() {
    Catalog other = catalog(pseudonymizer);
    push("first", things(0, 0, 1, 2));
    clock.advance(Duration.ofSeconds(1));
    catalog.take(page("a", 1, things(1, 0, 1)));
    clock.advance(Duration.ofSeconds(1));
    other.take(page("b", 1, things(2, 1, 2)));

    store.beforeHead(() -> other.complete(PORTAL, "b", 1, false));
    assertThatThrownBy(() -> catalog.complete(PORTAL, "a", 1, false))
        .isInstanceOf(OlderGenerationException.class);

    assertThat(entity(0, clock.instant())).isNull();
    assertThat(entity(1, clock.instant())).isEqualTo(facts(2, 1));
  }

  @Test
  void complete_theOlderOneIsFasterMeanwhile_bothCount() {
    Catalog other = catalog(pseudonymizer);
    push("first", things(0, 0, 1, 2));
    clock.advance(Duration.ofSeconds(1));
    other.take(page("a", 1, things(1, 0, 1)));
    clock.advance(Duration.ofSeconds(1));
    catalog.take(page("b", 1, things(0, 0, 2)));

    store.beforeHead(() -> other.complete(PORTAL, "a", 1, false));

    // Compared with the first it has all but one as it was; since then it is otherwise.
    assertThat(catalog.complete(PORTAL, "b", 1, false)).isEqualTo(new Completion(2, 1, 1, 1, 0));
    assertThat(entity(0, clock.instant())).isEqualTo(facts(0, 0));
    assertThat(entity(1, clock.instant())).isNull();
    assertThat(entity(2, clock.instant())).isEqualTo(facts(0, 2));
  }

  @Test
  void complete_whereReadsLagBehind_isSeenAtOnceByWhoeverDidIt() {
    push("one", things(0, 0));
    clock.advance(Duration.ofMinutes(1));
    store.readLate();

    push("two", things(0, 0, 1));

    assertThat(catalog.status(PORTAL).entities()).isEqualTo(2);
    assertThat(entity(1, clock.instant())).isEqualTo(facts(0, 1));
  }

  @Test
  void complete_portals_areApart() {
    push("one", things(0, 0));

    assertThat(catalog.status("another").entities()).isZero();
    assertThat(catalog.facts("another").entity(CatalogWorld.ref(0), BEGIN)).isNull();
  }

  @Test
  void status_countsByKindAndNamesWhatIsMissing() {
    catalog.take(page("one", 1, things(1, 0, 1, TEAM, USER, USER + 1)));
    catalog.complete(PORTAL, "one", 1, false, Source.PULL);

    CatalogStatus status = catalog.status(PORTAL);

    assertThat(status.kinds()).isEqualTo(Map.of("component", 1, "api", 1, "group", 1, "user", 2));
    assertThat(List.of(status.entities(), status.users(), status.totalUsers(), status.groups()))
        .containsExactly(5, 2, 2, 1);
    assertThat(status.source()).isEqualTo(Source.PULL);
    assertThat(status.asOf()).isEqualTo(clock.instant());
    assertThat(status.problems())
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("group:"))
        .noneMatch(problem -> problem.contains(CatalogWorld.ref(TEAM).toString()));
  }

  @Test
  void optedOut_isNeitherCountedNorTold() {
    push("one", things(1, TEAM, USER, USER + 1, 0));
    optedOut.add(person(USER));

    assertThat(catalog.status(PORTAL).totalUsers()).isEqualTo(1);
    assertThat(catalog.status(PORTAL).entities()).isEqualTo(4 - 1);
    assertThat(headcounts(BEGIN, null)).extracting(Headcount::totalUsers).containsExactly(1);
    assertThat(user(USER, clock.instant())).isNull();
    clock.advance(Duration.ofMinutes(1));
    push("two", things(1, TEAM, USER, USER + 1, 0));
    optedOut.clear();
    assertThat(user(USER, clock.instant())).isNull();
    assertThat(user(USER + 1, clock.instant())).isNotNull();
  }

  @Test
  void forget_theirFactsAndTheirNameAsOwner_atAllTimes() {
    int owned =
        IntStream.range(0, 9).filter(i -> CatalogWorld.owner(i) == USER).findFirst().orElse(-1);
    List<Thing> before = new ArrayList<>(things(1, TEAM, USER, USER + 1));
    before.add(new Thing(owned, 2));
    push("one", before);
    Instant first = clock.instant();
    clock.advance(Duration.ofDays(1));
    push("two", things(1, owned, TEAM, USER, USER + 1));
    clock.advance(Duration.ofMinutes(1));

    assertThat(catalog.forget(person(USER))).isEqualTo(2);

    Catalog other = catalog(pseudonymizer);
    for (Catalog instance : List.of(catalog, other)) {
      CatalogFacts facts = instance.facts(PORTAL);
      for (Instant at : List.of(first, clock.instant())) {
        assertThat(facts.user(person(USER), at)).isNull();
        assertThat(facts.user(person(USER + 1), at)).isNotNull();
        assertThat(facts.entity(CatalogWorld.ref(owned), at)).isNotNull();
      }
      assertThat(facts.entity(CatalogWorld.ref(owned), first).owner()).isNull();
    }
    assertThat(catalog.status(PORTAL).totalUsers()).isEqualTo(1);
    assertThat(headcounts(first, null)).extracting(Headcount::totalUsers).containsExactly(1, 1);
    assertThat(storedFacts()).isEqualTo(2 + leaves()); // and a root, and how groups stand
    assertThat(catalog.forget(person(USER))).isZero();
  }

  @Test
  void forget_pagesThatWait_haveToBeSentAgain() {
    push("one", things(1, TEAM, USER));
    clock.advance(Duration.ofMinutes(1));
    catalog.take(page("two", 1, things(1, TEAM)));
    catalog.take(page("two", 2, things(0, USER, USER + 1)));

    catalog.forget(person(USER));

    IncompleteGenerationException incomplete =
        catchThrowableOfType(
            IncompleteGenerationException.class, () -> catalog.complete(PORTAL, "two", 2, false));
    assertThat(incomplete.missing()).containsExactly(2);
    catalog.take(page("two", 2, things(0, USER + 1)));
    catalog.complete(PORTAL, "two", 2, false);
    assertThat(user(USER, clock.instant())).isNull();
  }

  @Test
  void forget_whileTheirGenerationIsCompleted_isAskedForAgain() {
    Catalog other = catalog(pseudonymizer);
    push("one", things(1, TEAM));
    clock.advance(Duration.ofMinutes(1));
    catalog.take(page("two", 1, things(1, TEAM, USER)));

    store.beforeHead(() -> other.forget(person(USER)));

    assertThatThrownBy(() -> catalog.complete(PORTAL, "two", 1, false))
        .isInstanceOf(IncompleteGenerationException.class);
    assertThat(user(USER, clock.instant())).isNull();
  }

  @Test
  void forget_whileAnotherInstanceReads_isNoFailureOfAPush() {
    Catalog other = catalog(pseudonymizer);
    other.take(page("one", 1, things(1, 0, TEAM, USER, USER + 1)));
    other.complete(PORTAL, "one", 1, false);
    clock.advance(Duration.ofMinutes(1));

    store.beforeFacts(() -> other.forget(person(USER)));
    assertThat(catalog.take(page("two", 1, things(1, 0, TEAM))).accepted()).isEqualTo(2);

    Catalog third = catalog(pseudonymizer);
    store.beforeFacts(() -> other.forget(person(USER + 1)));
    assertThatThrownBy(() -> third.complete(PORTAL, "two", 1, false))
        .isInstanceOf(IncompleteGenerationException.class);
    third.take(page("two", 1, things(1, 0, TEAM)));
    assertThat(third.complete(PORTAL, "two", 1, false)).isEqualTo(new Completion(2, 0, 0, 0, 2));
  }

  @Test
  void forget_someoneNobodyKnows_writesNothing() {
    push("one", things(1, TEAM, USER));
    clock.advance(Duration.ofHours(3));
    catalog.tidy();
    StoredRecord head = read("head").get(0);

    assertThat(catalog.forget(person(USER + 3))).isZero();

    assertThat(read("head").get(0).version()).isEqualTo(head.version());
  }

  @Test
  void rotation_bothInstancesAnswerRight() {
    push("one", things(2, 0, TEAM, USER));
    Pseudonymizer newer = CatalogWorld.twoKeys();
    Catalog renewed = catalog(newer);
    Pseudonym person = CatalogWorld.person(USER, newer);
    String owner = ((EntityFacts) CatalogWorld.facts(new Thing(0, 2), newer)).owner();

    for (int round = 0; round < 2; round++) { // before it is renewed, and after
      CatalogFacts facts = renewed.facts(PORTAL);
      assertThat(facts.user(person, BEGIN).user()).isEqualTo(person);
      assertThat(facts.entity(CatalogWorld.ref(0), BEGIN).owner()).isEqualTo(owner);
      assertThat(user(USER, BEGIN)).isNotNull();
      clock.advance(Shelf.REFRESH);
      renewed.tidy();
      clock.advance(Shelf.REFRESH);
    }
    assertThatThrownBy(() -> catalog.take(page("two", 1, things(0, 0))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(renewed.forget(person)).isPositive();
    clock.advance(Shelf.REFRESH);
    assertThat(user(USER, BEGIN)).isNull();
  }

  @Test
  void tidy_whatNobodyReadsAnyMore_isDeleted() {
    for (int i = 0; i < 6; i++) {
      push("g" + i, things(i % 3, 0, 1, 2, 3, 4, 5, 6, TEAM, USER));
      clock.advance(Duration.ofMinutes(10));
    }
    catalog.take(page("never complete", 1, things(0, 1, 3, 5, 7)));
    clock.advance(Duration.ofHours(3));
    assertThat(storedFacts()).isGreaterThan(2 + leaves());

    assertThat(catalog.tidy()).isZero();

    assertThat(storedFacts()).isEqualTo(2 + leaves());
    assertThat(read(PORTAL + "#sweep")).isEmpty();
    assertThat(entity(0, clock.instant())).isEqualTo(facts(2, 0));
  }

  @Test
  void tidy_factsThatNoEventNeeds_areDropped() {
    push("one", things(0, 0, 1));
    clock.advance(Duration.ofDays(1));
    push("two", things(1, 0));
    Instant second = clock.instant();
    clock.advance(KEPT.minusMillis(1));
    catalog.tidy();
    assertThat(entity(0, BEGIN)).isEqualTo(facts(0, 0));
    assertThat(entity(1, BEGIN)).isEqualTo(facts(0, 1));

    clock.advance(Duration.ofMillis(1));
    catalog.tidy();

    assertThat(entity(0, BEGIN)).isNull();
    assertThat(entity(1, BEGIN)).isNull();
    assertThat(entity(0, second)).isEqualTo(facts(1, 0));
  }

  @Test
  void headcounts_aDayIsWhatItWasAtItsEndInThePortalsZone() {
    push("one", things(1, TEAM, TEAM + 4, USER, USER + 1)); // 23:30 in Berlin
    clock.advance(Duration.ofHours(1)); // the next day
    push("two", things(1, TEAM, TEAM + 4, USER));
    clock.advance(Duration.ofDays(2));
    push("three", things(1, TEAM, TEAM + 4, USER, USER + 1, USER + 2));

    List<Headcount> rows =
        catalog.headcounts(
            PORTAL, LocalDate.parse("2100-01-01"), LocalDate.parse("2101-01-01"), null, false);

    assertThat(rows)
        .containsExactly(
            new Headcount(LocalDate.parse("2100-03-01"), 2, null),
            new Headcount(LocalDate.parse("2100-03-02"), 1, null),
            new Headcount(LocalDate.parse("2100-03-03"), 1, null),
            new Headcount(LocalDate.parse("2100-03-04"), 3, null));
  }

  @Test
  void headcounts_ofATeam_areThoseOfThatTime() {
    int team = CatalogWorld.COMPONENTS + USER % CatalogWorld.GROUPS;
    push("one", things(0, team)); // nobody
    clock.advance(Duration.ofDays(1));
    catalog.take(page("two", 1, List.of(new Thing(team, 0), new Thing(USER, 1))));
    catalog.complete(PORTAL, "two", 1, false);
    clock.advance(Duration.ofDays(1));
    catalog.take(page("three", 1, List.of(new Thing(team, 1), new Thing(USER, 1))));
    catalog.complete(PORTAL, "three", 1, false); // the filter leaves the team out

    assertThat(headcounts(BEGIN, CatalogWorld.ref(team).toString()))
        .extracting(Headcount::members)
        .containsExactly(0, 1, 0);
  }

  private List<Headcount> headcounts(Instant since, @Nullable String team) {
    LocalDate from = LocalDate.ofInstant(since, ZoneId.of("Europe/Berlin"));
    var ref = team == null ? null : FactColumns.ref(team);
    return catalog.headcounts(PORTAL, from, from.plusDays(10), ref, false);
  }

  private void push(String generation, List<Thing> things) {
    catalog.take(page(generation, 1, things));
    catalog.complete(PORTAL, generation, 1, false);
  }

  private static PushedPage page(String generation, int number, List<Thing> things) {
    return CatalogWorld.page(PORTAL, generation, number, things);
  }

  private static List<Thing> things(int variant, int... indexes) {
    return IntStream.of(indexes).mapToObj(index -> new Thing(index, variant)).toList();
  }

  private CapturedEntity facts(int variant, int index) {
    return CatalogWorld.facts(new Thing(index, variant), pseudonymizer);
  }

  private Pseudonym person(int index) {
    return CatalogWorld.person(index, pseudonymizer);
  }

  private @Nullable CapturedEntity entity(int index, Instant at) {
    return catalog.facts(PORTAL).entity(CatalogWorld.ref(index), at);
  }

  private @Nullable UserFacts user(int index, Instant at) {
    return catalog.facts(PORTAL).user(person(index), at);
  }

  private int storedFacts() {
    return read(PORTAL + "#facts").size();
  }

  /** Of the catalog as it is. */
  private int leaves() {
    StoredRecord stored = read("head").get(0);
    Shelf shelf = new Shelf(records, clock, Sizes.USUAL);
    return shelf.root(PORTAL, Head.decode(1, stored.data()).root(), "").leaves().size();
  }

  private List<StoredRecord> read(String partition) {
    return records.read(new RecordRange(partition, "", "\uffff", Order.ASC, 1000, true));
  }
}
