package dev.housecount.edge.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.TimeLeft;
import dev.housecount.telemetry.Telemetry;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;

/**
 * What holds for every call of a client, whichever operation it is: all its attempts end before
 * whoever waits gives up, and telemetry is told how often DynamoDB throttles, in attempts that the
 * SDK then repeats by itself, and in items that a batch left unprocessed.
 */
public final class WatchedCalls implements ExecutionInterceptor, MetricPublisher {
  /** The SDK's names for one attempt of a call, and for why it failed. */
  private static final String ATTEMPT = "ApiCallAttempt";

  private static final String THROTTLING = "Throttling";

  private final TimeLeft timeLeft;
  private final Telemetry telemetry;

  /** What the client itself gives a call. */
  private final Duration callTimeout;

  private WatchedCalls(TimeLeft timeLeft, Telemetry telemetry, Duration callTimeout) {
    this.timeLeft = timeLeft;
    this.telemetry = telemetry;
    this.callTimeout = callTimeout;
  }

  /**
   * The same builder, whose client's calls are watched; call it when all else is configured.
   *
   * @param timeLeft asked at each call. Where none is left the call fails with {@link
   *     StoreUnavailableException}, and nothing is sent.
   */
  public static DynamoDbClientBuilder of(
      DynamoDbClientBuilder builder, TimeLeft timeLeft, Telemetry telemetry) {
    ClientOverrideConfiguration own = builder.overrideConfiguration();
    Duration callTimeout = own.apiCallTimeout().orElse(TimeLeft.ENDLESS.get());
    WatchedCalls watch = new WatchedCalls(timeLeft, telemetry, callTimeout);
    // Not by the method that takes a lambda: it forgets what was configured before.
    return builder.overrideConfiguration(
        own.toBuilder().addExecutionInterceptor(watch).addMetricPublisher(watch).build());
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    Duration left = timeLeft.get();
    if (left.isNegative() || left.isZero()) {
      throw new StoreUnavailableException("no time is left for a call of DynamoDB");
    }
    AwsRequest request = (AwsRequest) context.request();
    AwsRequestOverrideConfiguration own =
        request
            .overrideConfiguration()
            .orElseGet(() -> AwsRequestOverrideConfiguration.builder().build());
    return left.compareTo(own.apiCallTimeout().orElse(callTimeout)) < 0
        ? request.toBuilder()
            .overrideConfiguration(own.toBuilder().apiCallTimeout(left).build())
            .build()
        : request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (leftSomething(context.response())) {
      telemetry.throttled();
    }
  }

  private static boolean leftSomething(SdkResponse response) {
    return (response instanceof BatchWriteItemResponse written
            && !written.unprocessedItems().isEmpty())
        || (response instanceof BatchGetItemResponse read && !read.unprocessedKeys().isEmpty());
  }

  @Override
  public void publish(MetricCollection call) {
    call.childrenWithName(ATTEMPT)
        .filter(attempt -> attempt.metricValues(CoreMetric.ERROR_TYPE).contains(THROTTLING))
        .forEach(attempt -> telemetry.throttled());
  }

  /** There is nothing to close. */
  @Override
  public void close() {}
}
