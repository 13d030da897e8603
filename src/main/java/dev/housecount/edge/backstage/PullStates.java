package dev.housecount.edge.backstage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.housecount.keys.Seal;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the state of a pull: sealed, because a cursor names whoever is last on a page. */
final class PullStates {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RecordStore store;
  private final Seal seal;
  private final RecordKey key;

  PullStates(RecordStore store, Seal seal, String portal) {
    this.store = store;
    this.seal = seal;
    this.key = new RecordKey("pull", portal);
  }

  /**
   * A state and the version of its record.
   *
   * @param version 0 when there is none
   */
  record Seen(PullState state, long version) {}

  Seen read() {
    List<StoredRecord> found = store.get(List.of(key), true);
    if (found.isEmpty()) {
      return new Seen(PullState.NONE, 0);
    }
    String sealed = new String(found.get(0).data(), UTF_8);
    // Of a key that is gone: the pull begins anew.
    PullState state = seal.canOpen(sealed) ? decode(seal.open(sealed)) : PullState.NONE;
    return new Seen(state, found.get(0).version());
  }

  /**
   * Writes in the place of what was seen.
   *
   * @return what is there now; null when somebody else wrote meanwhile
   */
  @Nullable Seen write(PullState state, Seen seen) {
    byte[] data = seal.close(encode(state)).getBytes(UTF_8);
    StoredRecord record = new StoredRecord(key, seen.version() + 1, data, null);
    return store.put(record, seen.version()) ? new Seen(state, record.version()) : null;
  }

  private static String encode(PullState state) {
    ObjectNode json = JSON.createObjectNode();
    json.put("notBefore", state.notBefore().toString()).put("failures", state.failures());
    json.put("problem", state.problem());
    json.put("completedAt", text(state.completedAt()));
    PullState.UnderWay place = state.underWay();
    if (place != null) {
      ObjectNode inner = json.putObject("underWay");
      inner.put("generation", place.generation()).put("begun", place.begun().toString());
      inner.put("cursor", place.cursor()).put("pages", place.pages());
      place.kinds().forEach(inner.putArray("kinds")::add);
    }
    return json.toString();
  }

  private static PullState decode(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new PullState(
          Instant.parse(json.path("notBefore").asText()),
          json.path("failures").asInt(),
          json.path("problem").textValue(),
          time(json.path("completedAt").textValue()),
          json.has("underWay") ? place(json.path("underWay")) : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // sealed by us
    }
  }

  private static PullState.UnderWay place(JsonNode json) {
    List<String> kinds = new ArrayList<>();
    json.path("kinds").forEach(kind -> kinds.add(kind.asText()));
    return new PullState.UnderWay(
        json.path("generation").asText(),
        Instant.parse(json.path("begun").asText()),
        kinds,
        json.path("cursor").textValue(),
        json.path("pages").asInt());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
