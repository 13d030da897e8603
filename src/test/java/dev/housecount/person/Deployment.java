package dev.housecount.person;

import dev.housecount.app.Composition;
import dev.housecount.app.Inputs;
import dev.housecount.collect.Batch;
import dev.housecount.collect.CollectResult;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.RawEvent;
import dev.housecount.keys.KeyRing;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventQuery;
import dev.housecount.query.FoundEvent;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.InMemoryRecordStore;
import dev.housecount.store.Order;
import dev.housecount.testing.MutableClock;
import dev.housecount.testing.Pipeline;
import java.util.Arrays;
import java.util.List;

/** One instance as the application wires it, around stores that it may share with others. */
public final class Deployment {
  final Refusals refusals;
  final Names names;
  final AuditTrail audit;
  final Receipts receipts;
  final Erasure erasure;
  final Composition core;
  private final MutableClock clock;

  public Deployment(
      KeyRing keys,
      MutableClock clock,
      ChunkWriter writer,
      ChunkReader reader,
      ChunkSweeper sweeper,
      PeopleStore people) {
    this.clock = clock;
    Inputs.Stores stores =
        new Inputs.Stores(
            writer,
            reader,
            sweeper,
            people,
            new InMemoryRecordStore(clock),
            new InMemoryRecordStore(clock));
    core = new Composition(Pipeline.inputs(stores, clock).withKeys(keys).withReadableNames());
    refusals = core.refusals();
    names = core.names();
    audit = core.audit();
    receipts = core.receipts();
    erasure = core.erasure();
  }

  public CollectResult collect(RawEvent... events) {
    List<Submission> submissions = Arrays.stream(events).map(Submission::of).toList();
    return core.collector()
        .collect(new Batch(submissions, null, clock.instant(), "default", Sender.of("test")));
  }

  public Pseudonym person(String ref) {
    return core.pseudonymizer().user(ref);
  }

  public List<HydratedEvent> all() {
    return find(null);
  }

  public List<HydratedEvent> of(String user) {
    return find(person(user));
  }

  private List<HydratedEvent> find(Pseudonym user) {
    EventFilter filter = new EventFilter(null, null, null, null, null, user, null, null);
    return core
        .finder()
        .find(new EventQuery(filter, null, null, Order.ASC, 1000), null)
        .events()
        .stream()
        .map(FoundEvent::event)
        .toList();
  }

  static List<String> subjects(List<HydratedEvent> events) {
    return events.stream().map(e -> e.event().subject()).toList();
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
