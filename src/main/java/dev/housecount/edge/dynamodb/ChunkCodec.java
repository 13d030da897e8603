package dev.housecount.edge.dynamodb;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.event.EntityRef;
import dev.housecount.event.EventId;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.event.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of a chunk as bytes. Write cost counts bytes (1 KB a unit), so rows are JSON arrays
 * without names, times are distances, whatever can be derived is left out, and a deflate dictionary
 * knows what portals say. RATIONALE.md has the figures.
 */
final class ChunkCodec {
  /**
   * Stored beside the events; a reader knows every format ever written. A column more at a row's
   * end is no new format: older readers pass over it.
   */
  static final int FORMAT = 1;

  private static final TypeReference<List<List<Object>>> ROWS = new TypeReference<>() {};
  private static final int APPROXIMATE = 1;

  private final JsonMapper json;

  ChunkCodec() {
    this.json = JsonMapper.builder().build();
  }

  /** What an item holds of its events. */
  record Encoded(byte[] events, byte[] ids) {}

  Encoded encode(Instant newest, List<HydratedEvent> events) {
    try {
      EventIdColumn.Writer ids = new EventIdColumn.Writer();
      List<List<Object>> rows = new ArrayList<>(events.size());
      for (HydratedEvent event : events) {
        rows.add(row(newest, event, ids));
      }
      return new Encoded(PortalDictionary.deflate(json.writeValueAsBytes(rows)), ids.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<HydratedEvent> decode(
      int format,
      Instant newest,
      String portal,
      Versions versions,
      @Nullable Pseudonym user,
      byte[] events,
      byte[] ids) {
    if (format != FORMAT) {
      throw new IllegalStateException(
          "chunk format "
              + format
              + " was written by a newer Housecount; this one reads "
              + FORMAT);
    }
    try {
      ByteBuffer idColumn = ByteBuffer.wrap(ids);
      List<HydratedEvent> decoded = new ArrayList<>();
      for (List<Object> row : json.readValue(PortalDictionary.inflate(events), ROWS)) {
        Row values = new Row(row);
        ScrubbedEvent event = event(newest, user, values, idColumn);
        decoded.add(new HydratedEvent(event, portal, versions, entity(event, values)));
      }
      return decoded;
    } catch (IOException e) {
      throw new UncheckedIOException("a stored chunk cannot be read", e);
    }
  }

  private static List<Object> row(
      Instant newest, HydratedEvent hydrated, EventIdColumn.Writer ids) {
    ScrubbedEvent event = hydrated.event();
    boolean entity = !Objects.equals(hydrated.entity(), event.namedEntity());
    List<@Nullable Object> row =
        new ArrayList<>(
            Arrays.asList(
                event.action(),
                event.subject(),
                FieldValue.plainOf(event.attributes()),
                FieldValue.plainOf(event.context()),
                newest.toEpochMilli() - event.time().at().toEpochMilli(),
                event.session() == null ? 0 : event.session().value(),
                ids.put(event.id(), event.time().at()),
                event.value() == null ? 0 : new FieldValue.Num(event.value()).number().toString(),
                event.time().exact() ? 0 : APPROXIMATE,
                0, // the plugin, in chunks of before it was told on reading
                entity ? Objects.toString(hydrated.entity(), "") : 0,
                event.time().place()));
    while (Integer.valueOf(0).equals(row.get(row.size() - 1))) {
      row.remove(row.size() - 1);
    }
    return row;
  }

  private static ScrubbedEvent event(
      Instant newest, @Nullable Pseudonym user, Row row, ByteBuffer ids) {
    Instant at = newest.minusMillis(row.number(4));
    String session = row.text(5);
    String value = row.text(7);
    EventId id = EventIdColumn.read(row.get(6), at, ids);
    return new ScrubbedEvent(
        id,
        new EventTime(at, row.number(8) != APPROXIMATE, (int) row.number(11)),
        Objects.requireNonNull(row.text(0)),
        Objects.requireNonNull(row.text(1)),
        value == null ? null : Double.valueOf(value),
        FieldValue.fieldsOfPlain((Map<?, ?>) row.get(2)),
        FieldValue.fieldsOfPlain((Map<?, ?>) row.get(3)),
        user,
        session == null ? null : new Pseudonym(session));
  }

  private static @Nullable EntityRef entity(ScrubbedEvent event, Row row) {
    String entity = row.text(10);
    return entity == null ? event.namedEntity() : EntityRef.parse(entity, "").orElse(null);
  }

  /** A row whose trailing zeros are left out; 0 stands for absent. */
  private record Row(List<Object> values) {
    Object get(int column) {
      return column < values.size() ? values.get(column) : 0;
    }

    @Nullable String text(int column) {
      return get(column) instanceof String text ? text : null;
    }

    long number(int column) {
      return get(column) instanceof Number number ? number.longValue() : 0;
    }
  }
}
