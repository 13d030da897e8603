package dev.housecount.app;

import dev.housecount.demo.Feed;
import dev.housecount.demo.FeedException;
import dev.housecount.demo.Plan;
import dev.housecount.demo.Target;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventFinder;
import dev.housecount.query.EventQuery;
import dev.housecount.store.Order;
import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fills the empty server of a laptop with the made-up portal of {@link DemoCommand}, when its page
 * asks for it: over its own API, as the command does.
 */
@Singleton
@UnlessBuildProfile(LambdaMain.NAME)
class FirstRun {
  private static final Logger LOG = Logger.getLogger(FirstRun.class);

  enum State {
    READY,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * How far it is.
   *
   * @param day so many days are fed
   * @param events so many the server has looked at
   * @param detail why it failed, for a person
   */
  record Progress(State state, int day, int events, @Nullable String detail) {}

  private final boolean possible;
  private final EventFinder finder;
  private final Clock clock;
  private Progress progress = new Progress(State.READY, 0, 0, null);

  FirstRun(
      HousecountConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host,
      EventFinder finder,
      Clock clock) {
    this.possible =
        config.local().enabled()
            && Wiring.isOpen(config)
            && !OpenWarning.isReachable(host, System.getenv());
    this.finder = finder;
    this.clock = clock;
  }

  /** Whether this is the server of one machine, which may write to itself without a token. */
  boolean isPossible() {
    return possible;
  }

  synchronized Progress progress() {
    return progress;
  }

  /** Whether {@link #start} would begin it: there is nothing, or only what is made up. */
  boolean isOffered() {
    State state = progress().state();
    return state == State.FAILED || state == State.READY && isEmpty();
  }

  /**
   * Begins it, unless it runs or is done.
   *
   * @param server this server's own address
   * @return false when there are events already, which are not made up
   */
  synchronized boolean start(URI server) {
    if (progress.state() == State.READY && !isEmpty()) {
      return false;
    }
    if (progress.state() == State.READY || progress.state() == State.FAILED) {
      progress = new Progress(State.RUNNING, 0, 0, null);
      Thread thread = new Thread(() -> run(server), "housecount-demo");
      thread.setDaemon(true);
      thread.start();
    }
    return true;
  }

  private boolean isEmpty() {
    return finder
        .find(new EventQuery(EventFilter.ANY, null, null, Order.DESC, 1), null)
        .events()
        .isEmpty();
  }

  private void run(URI server) {
    Plan plan =
        new Plan(DemoCommand.SEED, DemoCommand.USERS, DemoCommand.DAYS, LocalDate.now(clock));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try {
      new Feed(plan, new Target(server, null, null), clock, nowhere, this::advance).run();
      end(State.DONE, null);
    } catch (FeedException e) {
      end(State.FAILED, e.getMessage());
    } catch (InterruptedException e) {
      end(State.FAILED, "It was stopped.");
    } catch (RuntimeException e) {
      LOG.error("the made-up portal could not be made", e);
      end(State.FAILED, "It failed unexpectedly; the server's log says more.");
    }
  }

  private synchronized void advance(int day, int events) {
    progress = new Progress(State.RUNNING, day, events, null);
  }

  private synchronized void end(State state, @Nullable String detail) {
    progress = new Progress(state, progress.day(), progress.events(), detail);
  }
}
