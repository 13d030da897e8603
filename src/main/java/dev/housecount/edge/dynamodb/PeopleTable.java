package dev.housecount.edge.dynamodb;

import dev.housecount.person.PersonRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of the table of people. A partition is a kind of records; keys as in EventTable. */
final class PeopleTable {
  static final String PARTITION = EventTable.PARTITION;
  static final String SORT = EventTable.SORT;
  static final String EXPIRES_AT = EventTable.EXPIRES_AT;

  /** A map of texts. */
  private static final String FIELDS = "fields";

  private PeopleTable() {}

  static AttributeValue partition(PersonRecord.Kind kind) {
    return AttributeValue.fromS(kind.name().toLowerCase(Locale.ROOT));
  }

  static Map<String, AttributeValue> key(PersonRecord.Kind kind, String key) {
    return Map.of(PARTITION, partition(kind), SORT, AttributeValue.fromS(key));
  }

  static Map<String, AttributeValue> item(PersonRecord record) {
    Map<String, AttributeValue> item = new HashMap<>(key(record.kind(), record.key()));
    Map<String, AttributeValue> fields = new HashMap<>();
    record.fields().forEach((name, text) -> fields.put(name, AttributeValue.fromS(text)));
    item.put(FIELDS, AttributeValue.fromM(fields));
    if (record.expiresAt() != null) {
      // TTL counts whole seconds: the next one, so that no record goes before its time.
      item.put(EXPIRES_AT, EventTable.number(record.expiresAt().plusSeconds(1).getEpochSecond()));
    }
    return item;
  }

  static PersonRecord record(PersonRecord.Kind kind, Map<String, AttributeValue> item) {
    Map<String, String> fields = new HashMap<>();
    EventTable.required(item, FIELDS).m().forEach((name, text) -> fields.put(name, text.s()));
    AttributeValue expiry = item.get(EXPIRES_AT);
    return new PersonRecord(
        kind,
        EventTable.required(item, SORT).s(),
        fields,
        expiry == null ? null : Instant.ofEpochSecond(Long.parseLong(expiry.n())));
  }

  static boolean isValid(Map<String, AttributeValue> item, Instant now) {
    AttributeValue expiry = item.get(EXPIRES_AT);
    return expiry == null || Long.parseLong(expiry.n()) > now.getEpochSecond();
  }
}
