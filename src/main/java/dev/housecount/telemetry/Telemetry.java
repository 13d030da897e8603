package dev.housecount.telemetry;

import java.time.Duration;

/** Is told what happens. Returns at once, never fails, and is safe for concurrent use. */
public interface Telemetry {
  /** A batch was answered with verdicts. */
  void collected(Collected batch);

  /**
   * A request was answered.
   *
   * @param route the template of its path, never the path itself
   * @param status of HTTP
   */
  void answered(String route, int status, Duration took);

  /**
   * A run of pulling a portal's catalog ended.
   *
   * @param outcome {@code completed}, {@code continues} or the code of why it failed
   */
  void pulled(String outcome);

  /**
   * It was looked whether a portal's catalog knows the people who use it.
   *
   * @param unknown their share that it does not know, from 0 to 1
   * @param jumped whether that is much more than it was in the days before
   */
  void recognised(String portal, double unknown, boolean jumped);

  /** The store refused a call, or a part of one, because there were too many. */
  void throttled();
}
