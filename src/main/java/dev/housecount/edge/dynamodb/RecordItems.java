package dev.housecount.edge.dynamodb;

import dev.housecount.store.RecordKey;
import dev.housecount.store.StoredRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of a table of records. Keys as in EventTable; times in whole seconds, rounded down:
 * what is over is not seen.
 */
final class RecordItems {
  /** Short, because an item is billed by its kilobytes. */
  static final String VERSION = "v";

  static final String DATA = "d";

  private RecordItems() {}

  static Map<String, AttributeValue> key(RecordKey key) {
    return Map.of(
        EventTable.PARTITION,
        AttributeValue.fromS(key.partition()),
        EventTable.SORT,
        AttributeValue.fromS(key.sort()));
  }

  static Map<String, AttributeValue> item(StoredRecord record) {
    Map<String, AttributeValue> item = new HashMap<>(key(record.key()));
    item.put(VERSION, EventTable.number(record.version()));
    item.put(DATA, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(record.data())));
    if (record.expiresAt() != null) {
      item.put(EventTable.EXPIRES_AT, EventTable.number(record.expiresAt().getEpochSecond()));
    }
    return item;
  }

  /** Null for what is expired: DynamoDB deletes it hours to days late. */
  static @Nullable StoredRecord record(Map<String, AttributeValue> item, Instant now) {
    AttributeValue expiry = item.get(EventTable.EXPIRES_AT);
    Instant expiresAt = expiry == null ? null : Instant.ofEpochSecond(Long.parseLong(expiry.n()));
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      return null;
    }
    return new StoredRecord(
        new RecordKey(
            EventTable.required(item, EventTable.PARTITION).s(),
            EventTable.required(item, EventTable.SORT).s()),
        Long.parseLong(EventTable.required(item, VERSION).n()),
        EventTable.required(item, DATA).b().asByteArrayUnsafe(),
        expiresAt);
  }
}
