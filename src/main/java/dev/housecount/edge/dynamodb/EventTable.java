package dev.housecount.edge.dynamodb;

import dev.housecount.store.Band;
import dev.housecount.store.ChunkKey;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of the event table. A partition is a month of one band, so that a search over a long
 * and quiet time asks for few partitions; the sort key is the time of the chunk's newest event.
 */
final class EventTable {
  static final String PARTITION = "pk";
  static final String SORT = "sk";

  /** DynamoDB's TTL attribute: seconds since 1970. */
  static final String EXPIRES_AT = "expiresAt";

  static final String USER = "user";

  /** Absent for {@link dev.housecount.event.HydratedEvent#DEFAULT_PORTAL}. */
  static final String PORTAL = "portal";

  /** The id of the key of the pseudonyms, as bytes: short, because 20 events have to fit 1 KB. */
  static final String KEY = "k";

  /** The version of the policy; its short name is for the kilobyte that an item is billed by. */
  static final String POLICY = "p";

  /** Versions of the module and of Backstage with a space between them; absent for none. */
  static final String VERSIONS = "v";

  static final String FORMAT = "format";
  static final String EVENTS = "events";
  static final String IDS = "ids";

  /** Behind every character of a digest. */
  private static final char LAST = '~';

  private EventTable() {}

  static String partition(Band band, YearMonth month) {
    return month + "#" + band.name().toLowerCase(Locale.ROOT);
  }

  static String sort(ChunkKey key) {
    return time(key.newest()) + '#' + key.digest();
  }

  static Map<String, AttributeValue> itemKey(ChunkKey key) {
    return Map.of(
        PARTITION,
        AttributeValue.fromS(partition(key.band(), month(key.newest()))),
        SORT,
        AttributeValue.fromS(sort(key)));
  }

  /** The band of a partition. */
  static Band band(String partition) {
    return Band.valueOf(partition.substring(partition.indexOf('#') + 1).toUpperCase(Locale.ROOT));
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  static String lowest(Instant time) {
    return time(time);
  }

  static String highest(Instant time) {
    return time(time) + '#' + LAST;
  }

  static ChunkKey key(Band band, String sort) {
    int mark = sort.indexOf('#');
    Instant newest = Instant.ofEpochMilli(Long.parseLong(sort.substring(0, mark)));
    return new ChunkKey(band, newest, sort.substring(mark + 1));
  }

  static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }

  /** Milliseconds since 1970 in 13 digits: text order is time order until the year 2286. */
  private static String time(Instant time) {
    return String.format(Locale.ROOT, "%013d", Math.max(0, time.toEpochMilli()));
  }
}
