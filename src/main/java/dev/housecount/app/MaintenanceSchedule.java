package dev.housecount.app;

import dev.housecount.store.StoreUnavailableException;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The schedule of a server that is no function: at its start, and then at intervals. */
@Singleton
@UnlessBuildProfile(LambdaMain.NAME)
class MaintenanceSchedule {
  private static final Logger LOG = Logger.getLogger(MaintenanceSchedule.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Maintenance maintenance;
  private final Duration interval;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(MaintenanceSchedule::daemon);

  MaintenanceSchedule(Maintenance maintenance, HousecountConfig config) {
    this.maintenance = maintenance;
    this.interval = config.maintenance().interval();
    if (interval.isNegative()) {
      throw new IllegalArgumentException("housecount.maintenance.interval is not negative");
    }
  }

  /** Behind the other observers of the start, of which one creates the tables. */
  void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
    if (!interval.isZero()) {
      ScheduledFuture<?> unused = // it never ends: run() catches what would end it
          thread.scheduleWithFixedDelay(this::run, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Lets a step end that is under way, for a while: one that is cut off is repeated anyway. */
  void onStop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("maintenance is under way; the next start goes on");
    }
    try {
      maintenance.end();
    } catch (StoreUnavailableException e) {
      LOG.debug("the figures of the last minute are not written: the store is gone already");
    }
  }

  private void run() {
    try {
      maintenance.run();
    } catch (StoreUnavailableException e) {
      LOG.debug("maintenance failed, as the log says before this; the next run goes on");
    } catch (RuntimeException e) {
      // One that leaves here would end the schedule without a word.
      LOG.error("maintenance: it failed unexpectedly; the next run tries again", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "housecount-maintenance");
    thread.setDaemon(true);
    return thread;
  }
}
