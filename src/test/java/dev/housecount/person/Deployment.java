package dev.housecount.person;

import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Collector;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.RawEvent;
import dev.housecount.hydrate.RouteHydrator;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventFinder;
import dev.housecount.query.EventQuery;
import dev.housecount.query.FoundEvent;
import dev.housecount.rotation.Renewal;
import dev.housecount.rotation.RenewingReader;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.Order;
import dev.housecount.store.TimeLeft;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** One instance as the application wires it, around stores that it may share with others. */
public final class Deployment {
  final Pseudonymizer pseudonymizer;
  final Refusals refusals;
  final Names names;
  final AuditTrail audit;
  final Receipts receipts;
  final Erasure erasure;
  private final Collector collector;
  private final EventFinder finder;
  private final MutableClock clock;

  public Deployment(
      KeyRing keys,
      MutableClock clock,
      ChunkWriter writer,
      ChunkReader reader,
      ChunkSweeper sweeper,
      PeopleStore people) {
    this.clock = clock;
    pseudonymizer = new Pseudonymizer(keys);
    Renewal renewal = new Renewal(pseudonymizer);
    Envelope envelope = new Envelope(keys, pseudonymizer);
    refusals = new Refusals(people, envelope, clock);
    names = new Names(people, keys, pseudonymizer, Duration.ofDays(90), clock);
    audit = new AuditTrail(people, pseudonymizer, Duration.ofDays(365), clock);
    receipts = new Receipts(people, envelope, pseudonymizer);
    erasure =
        new Erasure(
            people,
            envelope,
            refusals,
            receipts,
            new ErasureStep(sweeper, renewal, List.of(names, audit)),
            Pipeline.NINETY_DAYS,
            clock,
            TimeLeft.ENDLESS);
    collector =
        new Collector(
            new Scrubber(
                Pipeline.POLICY.scrub(),
                pseudonymizer,
                new EventIdentity(keys.oldest()),
                keys.oldest()),
            new RouteHydrator(),
            writer,
            Pipeline.NINETY_DAYS,
            List.of(),
            new RefusalGate(refusals),
            names);
    finder =
        new EventFinder(
            new RenewingReader(reader, renewal),
            Pipeline.PLACES,
            Pipeline.NINETY_DAYS,
            clock,
            () -> Duration.ofHours(1));
  }

  public CollectResult collect(RawEvent... events) {
    List<Submission> submissions = Arrays.stream(events).map(Submission::of).toList();
    return collector.collect(
        new Batch(submissions, null, clock.instant(), "default", Sender.of("test")));
  }

  public Pseudonym person(String ref) {
    return pseudonymizer.user(ref);
  }

  public List<HydratedEvent> all() {
    return find(null);
  }

  public List<HydratedEvent> of(String user) {
    return find(person(user));
  }

  private List<HydratedEvent> find(Pseudonym user) {
    EventFilter filter = new EventFilter(null, null, null, null, null, user, null, null);
    return finder.find(new EventQuery(filter, null, null, Order.ASC, 1000), null).events().stream()
        .map(FoundEvent::event)
        .toList();
  }

  /** Until the first look is through; how many requests that took. */
  public int erase(String user) {
    for (int requests = 1; ; requests++) {
      if (erasure.erase(person(user)).isCompleted()) {
        return requests;
      }
    }
  }
}
