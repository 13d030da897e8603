package dev.housecount.testing;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Asks DynamoDB to tell with every answer what it cost, and adds that up. */
public final class ConsumedCapacity implements ExecutionInterceptor {
  private final DoubleAdder written = new DoubleAdder();
  private final DoubleAdder read = new DoubleAdder();

  public void reset() {
    written.reset();
    read.reset();
  }

  public double writeUnits() {
    return written.sum();
  }

  public double readUnits() {
    return read.sum();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (request instanceof BatchWriteItemRequest batch) {
      return batch.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
    }
    return request instanceof QueryRequest query
        ? query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build()
        : request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.response() instanceof BatchWriteItemResponse batch) {
      List.copyOf(batch.consumedCapacity()).forEach(units -> written.add(units.capacityUnits()));
    } else if (context.response() instanceof QueryResponse query) {
      read.add(query.consumedCapacity().capacityUnits());
    }
  }
}
