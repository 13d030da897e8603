package dev.housecount.edge.dynamodb;

import dev.housecount.event.EventId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a chunk's events, which are random and do not compress: a UUIDv7 of the event's own
 * time takes 10 bytes, another UUID 16, any other text stands in the row.
 */
final class EventIdColumn {
  private static final int TIMED = 0;
  private static final int UUID_BYTES = 1;
  private static final int VERSION_7 = 7;
  private static final int TIME_SHIFT = 16;

  private EventIdColumn() {}

  static final class Writer {
    private final ByteArrayOutputStream column = new ByteArrayOutputStream();

    /** What the row says: how the column holds the id, or the id itself. */
    Object put(EventId id, Instant at) {
      UUID uuid = uuid(id.value());
      if (uuid == null) {
        return id.value();
      }
      ByteBuffer bytes =
          ByteBuffer.allocate(16)
              .putLong(uuid.getMostSignificantBits())
              .putLong(uuid.getLeastSignificantBits());
      boolean timed =
          uuid.version() == VERSION_7
              && uuid.getMostSignificantBits() >>> TIME_SHIFT == at.toEpochMilli();
      column.write(bytes.array(), timed ? 6 : 0, timed ? 10 : 16);
      return timed ? TIMED : UUID_BYTES;
    }

    byte[] bytes() {
      return column.toByteArray();
    }
  }

  static EventId read(Object row, Instant at, ByteBuffer column) {
    if (row instanceof String text) {
      return new EventId(text);
    }
    long high =
        Integer.valueOf(TIMED).equals(row)
            ? (at.toEpochMilli() << TIME_SHIFT) | (column.getShort() & 0xffff)
            : column.getLong();
    return new EventId(new UUID(high, column.getLong()).toString());
  }

  /** Only the canonical spelling: the id comes back as it was. */
  private static @Nullable UUID uuid(String text) {
    if (text.length() != 36 || text.charAt(8) != '-') {
      return null;
    }
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equals(text) ? uuid : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
