package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.catalog.CatalogWorld.Thing;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to a catalog, it is what the model says; cut into leaves of a few entities. */
class CatalogPropertyTest {
  private static final Instant BEGIN = Instant.parse("2100-03-01T10:00:00Z");
  private static final String PORTAL = "default";
  private static final Sizes SMALL = new Sizes(120, 2);

  @Property(tries = 100, seed = "13")
  void pagesAndCompletions_inAnyOrder(@ForAll long seed) {
    new Run(seed).steps(60, 0, false);
  }

  @Property(tries = 100, seed = "14")
  void storeThatFails_oldOrNewAndNothingBetween(@ForAll long seed) {
    new Run(seed).steps(40, 7, false);
  }

  @Property(tries = 80, seed = "15")
  void rotation_theSamePeople(@ForAll long seed) {
    new Run(seed).steps(50, 0, true);
  }

  /** One random life of a catalog. */
  private static final class Run {
    private final Random random;
    private final MutableClock clock = new MutableClock(BEGIN);
    private final InMemoryRecordStore records = new InMemoryRecordStore(clock);
    private final FaultyRecordStore store = new FaultyRecordStore(records);
    private final CatalogModel model = new CatalogModel();
    private final List<Long> times = new ArrayList<>(List.of(BEGIN.toEpochMilli()));
    private Pseudonymizer pseudonymizer = CatalogWorld.oneKey();
    private List<Catalog> instances = List.of(catalog(), catalog());

    Run(long seed) {
      this.random = new Random(seed);
    }

    private Catalog catalog() {
      return new Catalog(
          store,
          pseudonymizer,
          CatalogWorld.reduction(pseudonymizer),
          new CatalogSettings(Duration.ofDays(90), ZoneOffset.UTC),
          clock,
          OptedOut.NOBODY,
          SMALL);
    }

    void steps(int steps, int faults, boolean rotates) {
      for (int i = 0; i < steps; i++) {
        // Beyond what an instance keeps in mind of the others' doings.
        clock.advance(Shelf.REFRESH.plusSeconds(1 + random.nextInt(random.nextInt(20) + 1) * 60L));
        times.add(clock.millis());
        if (rotates && i == steps / 2) {
          pseudonymizer = CatalogWorld.twoKeys();
          instances = List.of(catalog(), catalog());
        }
        step(faults);
        store.failAfter(Integer.MAX_VALUE, false);
        check();
      }
    }

    private void step(int faults) {
      Catalog catalog = instances.get(random.nextInt(instances.size()));
      if (faults > 0 && random.nextBoolean()) {
        store.failAfter(random.nextInt(faults), random.nextBoolean());
      }
      int what = random.nextInt(20);
      if (what < 11) {
        take(catalog);
      } else if (what < 18) {
        complete(catalog, faults > 0);
      } else if (what == 18) {
        retried(catalog::tidy);
      } else {
        forget(catalog);
      }
    }

    private String generation() {
      return "g" + random.nextInt(3);
    }

    private void take(Catalog catalog) {
      List<Thing> things = new ArrayList<>();
      for (int i = random.nextInt(CatalogWorld.ALL * 2); i > 0; i--) {
        things.add(new Thing(random.nextInt(CatalogWorld.ALL), random.nextInt(40) % 3 % 2 * 2));
        if (random.nextInt(4) == 0) {
          things.add(new Thing(random.nextInt(CatalogWorld.ALL), 1));
        }
      }
      take(catalog, generation(), 1 + random.nextInt(3), things);
    }

    private void take(Catalog catalog, String generation, int number, List<Thing> things) {
      PageReceipt receipt =
          retried(() -> catalog.take(CatalogWorld.page(PORTAL, generation, number, things)));
      assertThat(receipt).isEqualTo(new PageReceipt(things.size(), List.of()));
      model.take(generation, number, things, clock.millis());
    }

    private void complete(Catalog catalog, boolean faulty) {
      String generation = generation();
      boolean empty = random.nextInt(4) == 0;
      CatalogModel.Open open = model.open.get(generation);
      int pages = open == null || random.nextInt(4) == 0 ? random.nextInt(4) : open.pages.lastKey();
      String outcome = retried(() -> outcome(catalog, generation, pages, empty));
      String expected = model.complete(generation, pages, empty, clock.millis());
      if (faulty && !outcome.equals(expected)) {
        // It was done, and only the answer was lost; asked again, it is the catalog already.
        assertThat(outcome).isEqualTo("0 0 0 " + model.now.size());
        return;
      }
      assertThat(outcome).isEqualTo(expected);
    }

    private static String outcome(Catalog catalog, String generation, int pages, boolean empty) {
      try {
        Completion c = catalog.complete(PORTAL, generation, pages, empty);
        assertThat(c.entities()).isEqualTo(c.added() + c.changed() + c.unchanged());
        return c.added() + " " + c.changed() + " " + c.removed() + " " + c.unchanged();
      } catch (IncompleteGenerationException e) {
        return "incomplete " + e.missing() + e.surplus();
      } catch (OlderGenerationException e) {
        return "older";
      } catch (EmptyGenerationException e) {
        return "empty";
      }
    }

    private void forget(Catalog catalog) {
      int person = CatalogWorld.COMPONENTS + CatalogWorld.GROUPS;
      person += random.nextInt(CatalogWorld.USERS);
      Pseudonym pseudonym = CatalogWorld.person(person, pseudonymizer);
      retried(() -> catalog.forget(pseudonym));
      store.failAfter(Integer.MAX_VALUE, false);
      assertThat(catalog.forget(pseudonym)).isZero();
      model.forget(person);
      // Senders may be told that pages are missing which they have sent: they send them again.
      for (String generation : List.copyOf(model.open.keySet())) {
        model.live(generation, clock.millis());
        CatalogModel.Open open = model.open.get(generation);
        if (open != null && !open.done) {
          List.copyOf(open.pages.entrySet())
              .forEach(page -> take(catalog, generation, page.getKey(), page.getValue()));
        }
      }
    }

    private static <T> T retried(Supplier<T> call) {
      for (int attempt = 0; ; attempt++) {
        try {
          return call.get();
        } catch (StoreUnavailableException e) {
          assertThat(attempt).isLessThan(3);
        }
      }
    }

    private void check() {
      Catalog catalog = instances.get(random.nextInt(instances.size()));
      CatalogFacts facts = catalog.facts(PORTAL);
      for (int i = 0; i < CatalogWorld.ALL; i++) {
        for (long time : List.of(times.get(random.nextInt(times.size())), clock.millis())) {
          assertThat(found(facts, i, time)).as("%s at %s", i, time).isEqualTo(expected(i, time));
        }
      }
      checkGroups(catalog, times.get(random.nextInt(times.size())));
      checkChanges(catalog);
      CatalogStatus status = catalog.status(PORTAL);
      assertThat(status.entities()).isEqualTo(model.now.size());
      assertThat(status.totalUsers()).isEqualTo(total());
    }

    /** All teams' members, today and at a time. */
    private void checkGroups(Catalog catalog, long time) {
      GroupTree then = catalog.facts(PORTAL).groups(Instant.ofEpochMilli(time));
      GroupTree expected = GroupTree.of(groups(time));
      GroupTree today = GroupTree.of(groups(clock.millis()));
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      for (int i = CatalogWorld.COMPONENTS; !CatalogWorld.isUser(i); i++) {
        EntityRef team = CatalogWorld.ref(i);
        assertThat(then.withDescendants(team)).isEqualTo(expected.withDescendants(team));
        List<Headcount> rows = catalog.headcounts(PORTAL, day, day.plusDays(1), team, false);
        assertThat(rows)
            .extracting(Headcount::members)
            .isEqualTo(model.generation == null ? List.of() : List.of(members(today, team)));
      }
    }

    /** What a filter asks is the same since it changed last, and was something else before. */
    private void checkChanges(Catalog catalog) {
      long one = times.get(random.nextInt(times.size()));
      long other = times.get(random.nextInt(times.size()));
      Instant after = Instant.ofEpochMilli(Math.min(one, other));
      Instant before = Instant.ofEpochMilli(Math.max(one, other));
      FactChanges changes = Objects.requireNonNull(catalog.changes(PORTAL, after, before));
      for (int i = 0; i < CatalogWorld.ALL; i++) {
        boolean user = CatalogWorld.isUser(i);
        Pseudonym person = user ? CatalogWorld.person(i, pseudonymizer) : null;
        EntityRef entity = user ? null : CatalogWorld.ref(i);
        for (Instant at = after; at.isBefore(before); at = at.plusSeconds(97)) {
          Instant since = changes.since(person, entity, at);
          assertThat(asked(i, at)).isEqualTo(asked(i, since == null ? after : since));
          if (since != null) {
            assertThat(since).isAfter(after).isBefore(before);
            assertThat(asked(i, since)).isNotEqualTo(asked(i, since.minusMillis(1)));
          }
        }
      }
    }

    /** Of entities what filters look at; of people the ways to their teams. */
    private List<Object> asked(int index, Instant at) {
      Thing thing = model.at(index, at.toEpochMilli());
      CapturedEntity facts = thing == null ? null : CatalogWorld.facts(thing, pseudonymizer);
      if (facts instanceof EntityFacts entity) {
        return Arrays.asList(entity.type(), entity.lifecycle(), entity.owner());
      }
      List<Object> ways = new ArrayList<>();
      if (facts instanceof UserFacts user) {
        GroupTree tree = GroupTree.of(groups(at.toEpochMilli()));
        user.groups().forEach(group -> ways.add(group + " " + tree.shownAncestors(List.of(group))));
      }
      return ways;
    }

    private List<EntityFacts> groups(long time) {
      List<EntityFacts> groups = new ArrayList<>();
      for (int i = CatalogWorld.COMPONENTS; !CatalogWorld.isUser(i); i++) {
        Thing thing = model.at(i, time);
        if (thing != null) {
          groups.add((EntityFacts) CatalogWorld.facts(thing, pseudonymizer));
        }
      }
      return groups;
    }

    private int members(GroupTree tree, EntityRef team) {
      Set<EntityRef> below = tree.withDescendants(team);
      return (int)
          model.now.values().stream()
              .map(thing -> CatalogWorld.facts(thing, pseudonymizer))
              .filter(facts -> facts instanceof UserFacts user && user.counted())
              .filter(user -> ((UserFacts) user).groups().stream().anyMatch(below::contains))
              .count();
    }

    private Object found(CatalogFacts facts, int index, long time) {
      Instant at = Instant.ofEpochMilli(time);
      Object found =
          CatalogWorld.isUser(index)
              ? facts.user(CatalogWorld.person(index, pseudonymizer), at)
              : facts.entity(CatalogWorld.ref(index), at);
      return String.valueOf(found);
    }

    private Object expected(int index, long time) {
      Thing thing = model.at(index, time);
      return thing == null ? "null" : CatalogWorld.facts(thing, pseudonymizer).toString();
    }

    private int total() {
      return (int)
          model.now.values().stream()
              .filter(thing -> CatalogWorld.isUser(thing.index()) && thing.variant() != 2)
              .count();
    }
  }
}
