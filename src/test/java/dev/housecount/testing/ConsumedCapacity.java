package dev.housecount.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Asks DynamoDB to tell with every answer what it cost, and adds that up. */
public final class ConsumedCapacity implements ExecutionInterceptor {
  private final DoubleAdder written = new DoubleAdder();
  private final DoubleAdder read = new DoubleAdder();
  private final AtomicInteger calls = new AtomicInteger();

  public void reset() {
    written.reset();
    read.reset();
    calls.set(0);
  }

  public double writeUnits() {
    return written.sum();
  }

  public double readUnits() {
    return read.sum();
  }

  /** All requests, those that cost nothing too. */
  public int calls() {
    return calls.get();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    if (request instanceof BatchWriteItemRequest batch) {
      return batch.toBuilder().returnConsumedCapacity(total).build();
    }
    if (request instanceof PutItemRequest put) {
      return put.toBuilder().returnConsumedCapacity(total).build();
    }
    if (request instanceof BatchGetItemRequest batch) {
      return batch.toBuilder().returnConsumedCapacity(total).build();
    }
    return request instanceof QueryRequest query
        ? query.toBuilder().returnConsumedCapacity(total).build()
        : request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    calls.incrementAndGet();
    if (context.response() instanceof BatchWriteItemResponse batch) {
      List.copyOf(batch.consumedCapacity()).forEach(units -> written.add(units.capacityUnits()));
    } else if (context.response() instanceof PutItemResponse put) {
      written.add(put.consumedCapacity().capacityUnits());
    } else if (context.response() instanceof BatchGetItemResponse batch) {
      List.copyOf(batch.consumedCapacity()).forEach(units -> read.add(units.capacityUnits()));
    } else if (context.response() instanceof QueryResponse query) {
      read.add(query.consumedCapacity().capacityUnits());
    }
  }
}
