package dev.housecount.dynamodb;

import dev.housecount.store.StoreUnavailableException;
import dev.housecount.store.TimeLeft;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A client whose calls, all their attempts included, end before whoever waits gives up. */
public final class TimedClient implements DynamoDbClient {
  private final DynamoDbClient client;
  private final TimeLeft timeLeft;
  private final Duration callTimeout;

  /**
   * @param callTimeout what the client itself gives a call
   */
  public TimedClient(DynamoDbClient client, TimeLeft timeLeft, Duration callTimeout) {
    this.client = client;
    this.timeLeft = timeLeft;
    this.callTimeout = callTimeout;
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return client.batchWriteItem(
        request.toBuilder().overrideConfiguration(within(request)).build());
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return client.deleteItem(request.toBuilder().overrideConfiguration(within(request)).build());
  }

  @Override
  public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
    return client.describeTimeToLive(
        request.toBuilder().overrideConfiguration(within(request)).build());
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return client.getItem(request.toBuilder().overrideConfiguration(within(request)).build());
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return client.putItem(request.toBuilder().overrideConfiguration(within(request)).build());
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return client.query(request.toBuilder().overrideConfiguration(within(request)).build());
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return client.scan(request.toBuilder().overrideConfiguration(within(request)).build());
  }

  private AwsRequestOverrideConfiguration within(DynamoDbRequest request) {
    Duration left = timeLeft.get();
    if (left.isNegative() || left.isZero()) {
      throw new StoreUnavailableException("no time is left for a call of DynamoDB");
    }
    AwsRequestOverrideConfiguration.Builder override =
        request
            .overrideConfiguration()
            .map(AwsRequestOverrideConfiguration::toBuilder)
            .orElseGet(AwsRequestOverrideConfiguration::builder);
    return left.compareTo(callTimeout) < 0
        ? override.apiCallTimeout(left).build()
        : override.build();
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  /** The client belongs to whoever made it. */
  @Override
  public void close() {}
}
