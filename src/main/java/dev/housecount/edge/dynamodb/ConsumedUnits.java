package dev.housecount.edge.dynamodb;

import dev.housecount.store.ReadMeter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Asks DynamoDB to tell with every answer what reading it cost, and adds that up by the thread that
 * called: the client works there.
 */
public final class ConsumedUnits implements ExecutionInterceptor, ReadMeter {
  private final ThreadLocal<Double> read = ThreadLocal.withInitial(() -> 0.0);

  /** The same builder, whose client's calls are counted; call it when all else is configured. */
  public DynamoDbClientBuilder of(DynamoDbClientBuilder builder) {
    return builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder().addExecutionInterceptor(this).build());
  }

  @Override
  public double units() {
    return read.get();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    if (request instanceof QueryRequest query) {
      return query.toBuilder().returnConsumedCapacity(total).build();
    }
    if (request instanceof GetItemRequest get) {
      return get.toBuilder().returnConsumedCapacity(total).build();
    }
    return request instanceof BatchGetItemRequest batch
        ? batch.toBuilder().returnConsumedCapacity(total).build()
        : request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    SdkResponse response = context.response();
    if (response instanceof QueryResponse query) {
      add(query.consumedCapacity());
    } else if (response instanceof GetItemResponse get) {
      add(get.consumedCapacity());
    } else if (response instanceof BatchGetItemResponse batch && batch.hasConsumedCapacity()) {
      batch.consumedCapacity().forEach(this::add);
    }
  }

  private void add(@Nullable ConsumedCapacity consumed) {
    if (consumed != null) {
      read.set(read.get() + Objects.requireNonNullElse(consumed.capacityUnits(), 0.0));
    }
  }
}
