package dev.housecount.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;

/** Feeds a portal to a server: its catalog first, then what happened, day by day. */
public final class Feed {
  private final Plan plan;
  private final Target target;
  private final Clock clock;
  private final PrintStream out;
  private final Days fed;
  private final Post post = new Post();
  private final Verdicts verdicts = new Verdicts();

  /**
   * @param clock what comes after its time has not happened yet, and is not sent
   * @param out takes the progress
   */
  public Feed(Plan plan, Target target, Clock clock, PrintStream out) {
    this(plan, target, clock, out, (days, events) -> {});
  }

  /**
   * @param fed is told after each day
   */
  public Feed(Plan plan, Target target, Clock clock, PrintStream out, Days fed) {
    this.plan = plan;
    this.target = target;
    this.clock = clock;
    this.out = out;
    this.fed = fed;
  }

  /** Is told how far it is. */
  public interface Days {
    /**
     * @param days so many are made
     * @param events so many the server has looked at
     */
    void done(int days, int events);
  }

  /**
   * Feeds all of it.
   *
   * @throws FeedException when the server does not take it; the message says what to do
   */
  public Verdicts run() throws FeedException, InterruptedException {
    Portal portal = Portal.of(plan);
    out.printf(
        "%,d people, %,d days up to %s, seed %d, to %s%n",
        plan.users(), plan.days(), plan.end(), plan.seed(), target.url());
    String generation = "demo-" + clock.millis();
    out.println(new CatalogPush(post, target, generation).push(portal.catalog()));
    Progress progress = new Progress(out, clock, plan.days());
    send(portal, progress);
    out.printf("%,d events in %d s.%n", verdicts.all(), progress.seconds());
    return verdicts;
  }

  private void send(Portal portal, Progress progress) throws FeedException {
    try (Senders senders = new Senders(post, target, verdicts)) {
      Bodies bodies = new Bodies(senders::send);
      Iterator<List<Batch>> days = portal.days(deed -> {}).iterator();
      for (int done = 1; days.hasNext(); done++) {
        days.next().forEach(batch -> add(batch, bodies));
        senders.check();
        progress.say(done, verdicts.all());
        fed.done(done, verdicts.all());
      }
      bodies.end();
      senders.await();
      fed.done(plan.days(), verdicts.all());
    }
  }

  private void add(Batch batch, Bodies bodies) {
    long now = clock.millis();
    List<DemoEvent> past =
        batch.events().stream().filter(event -> event.timestamp() <= now).toList();
    if (!past.isEmpty()) {
      bodies.add(new Batch(past, batch.sender()));
    }
  }
}
