package dev.housecount.dynamodb;

import dev.housecount.telemetry.Telemetry;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A client that tells how often DynamoDB throttles the calls of the event store: attempts that the
 * SDK then repeats by itself, and items that a batch left unprocessed.
 */
public final class ThrottleWatch implements DynamoDbClient, MetricPublisher {
  /** The SDK's names for one attempt of a call, and for why it failed. */
  private static final String ATTEMPT = "ApiCallAttempt";

  private static final String THROTTLING = "Throttling";

  private final DynamoDbClient client;
  private final Telemetry telemetry;

  public ThrottleWatch(DynamoDbClient client, Telemetry telemetry) {
    this.client = client;
    this.telemetry = telemetry;
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    BatchWriteItemResponse response =
        client.batchWriteItem(
            request.toBuilder().overrideConfiguration(c -> c.addMetricPublisher(this)).build());
    if (response.hasUnprocessedItems() && !response.unprocessedItems().isEmpty()) {
      telemetry.throttled();
    }
    return response;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return client.query(
        request.toBuilder().overrideConfiguration(c -> c.addMetricPublisher(this)).build());
  }

  @Override
  public void publish(MetricCollection call) {
    call.childrenWithName(ATTEMPT)
        .filter(attempt -> attempt.metricValues(CoreMetric.ERROR_TYPE).contains(THROTTLING))
        .forEach(attempt -> telemetry.throttled());
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  /** The client belongs to whoever made it. */
  @Override
  public void close() {}
}
