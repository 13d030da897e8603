package dev.housecount.app;

import com.amazonaws.services.lambda.runtime.Context;
import dev.housecount.store.TimeLeft;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Until when Lambda lets an invocation run: the template's {@code Timeout}, which is less than the
 * gateway waits. Whatever still runs then is cut off, and the sender learns nothing.
 */
@Singleton
@IfBuildProfile(LambdaMain.NAME)
class InvocationTime implements TimeLeft {
  /** For writing the answer and handing it over. */
  private static final Duration ANSWER = Duration.ofMillis(500);

  private final Context context;

  /**
   * @param context always that of the request under way
   */
  InvocationTime(Context context) {
    this.context = context;
  }

  @Override
  public Duration get() {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWER);
  }
}
