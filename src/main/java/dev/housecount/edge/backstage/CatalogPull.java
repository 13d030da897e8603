package dev.housecount.edge.backstage;

import dev.housecount.catalog.Catalog;
import dev.housecount.edge.backstage.CatalogException.Reason;
import dev.housecount.edge.backstage.PullState.UnderWay;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pulls a portal's catalog as one generation, in as many runs as it takes. Each run goes on where
 * the one before ended, also after a failure; nothing waits in between. Of two runs at once one
 * does nothing.
 */
public final class CatalogPull {
  /** For all pages of one run: erasures wait for the same thread. */
  private static final Duration RUN = Duration.ofMinutes(1);

  /** Beyond this the first pages may be forgotten. */
  private static final Duration LONGEST = Catalog.PATIENCE.minusMinutes(5);

  /** Somebody has to hear of it when so many runs failed one after another. */
  private static final int ALARMING = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 5;

  private final CatalogClient client;
  private final PullSettings settings;
  private final PullStates states;
  private final Catalog catalog;
  private final Clock clock;
  private final TimeLeft timeLeft;
  private final Telemetry telemetry;
  private volatile PullReport report = PullReport.NONE;

  public CatalogPull(
      CatalogClient client,
      PullSettings settings,
      PullStore store,
      Catalog catalog,
      Clock clock,
      TimeLeft timeLeft,
      Telemetry telemetry) {
    this.client = client;
    this.settings = settings;
    this.states = new PullStates(store.records(), store.seal(), settings.portal());
    this.catalog = catalog;
    this.clock = clock;
    this.timeLeft = timeLeft;
    this.telemetry = telemetry;
  }

  /** As of the last run of this server. */
  public PullReport report() {
    return report;
  }

  /**
   * Goes on, or begins when it is time.
   *
   * @return 1 when a pull is under way and not complete, else 0
   * @throws StoreUnavailableException when the catalog cannot be had and somebody should hear of it
   */
  public int run() {
    Instant now = clock.instant();
    PullStates.Seen seen = states.read();
    if (now.isBefore(seen.state().notBefore())) {
      return 0;
    }
    Duration most = timeLeft.share(RUN);
    // The last call of a run may take as long again as all of them.
    PullState claimed = seen.state().claimed(now.plus(most.multipliedBy(2)));
    PullStates.Seen ours = states.write(claimed, seen);
    return ours == null ? 0 : go(ours, now, now.plus(most));
  }

  private int go(PullStates.Seen ours, Instant now, Instant end) {
    PullState state = ours.state();
    PullRun run = null;
    CatalogException failure = null;
    try {
      run = new PullRun(client, catalog, settings.portal(), place(state.underWay(), now));
      boolean all = run.readUntil(end, clock);
      if (all) {
        run.complete();
      }
      state = all ? completed(state, run.place()) : state.pausing(now, run.place());
    } catch (CatalogException e) {
      failure = e;
      UnderWay place = run == null ? null : run.place();
      state = state.failed(e, place, clock.instant().plus(pause(e, state.failures())));
    }
    states.write(state, ours);
    report = report(state);
    telemetry.pulled(outcome(state));
    tell(failure, state.failures());
    return state.underWay() == null ? 0 : 1;
  }

  private UnderWay place(@Nullable UnderWay place, Instant now) throws CatalogException {
    if (place == null) {
      return new UnderWay("pull:" + now, now, client.kinds(), null, 0);
    }
    if (place.begun().plus(LONGEST).isBefore(now)) {
      throw new CatalogException(Reason.TOO_LONG);
    }
    return place;
  }

  private PullState completed(PullState state, UnderWay place) {
    return state.completed(clock.instant(), place.begun().plus(settings.interval()));
  }

  private static Duration pause(CatalogException failure, int failuresBefore) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
    Duration wanted = failure.retryAfter();
    return wanted == null || wanted.compareTo(pause) < 0 ? pause : wanted;
  }

  private PullReport report(PullState state) {
    if (state.problem() != null || state.underWay() != null) {
      return new PullReport(state.completedAt(), state.problem(), -1, -1);
    }
    int there;
    try {
      there = client.count(settings.totalUsers());
    } catch (CatalogException e) {
      there = -1; // the catalog is taken all the same, and the next pull counts again
    }
    int here = catalog.status(settings.portal()).totalUsers();
    return new PullReport(state.completedAt(), null, there, here);
  }

  private static String outcome(PullState state) {
    if (state.problem() != null) {
      return state.problem();
    }
    return state.underWay() == null ? "completed" : "continues";
  }

  private static void tell(@Nullable CatalogException failure, int failures) {
    if (failure != null && (failure.reason().wantsSomebody() || failures >= ALARMING)) {
      throw new StoreUnavailableException(failure.reason().text(), failure);
    }
  }
}
