package dev.housecount.edge.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.query.Bookmark;
import dev.housecount.query.EventPage;
import dev.housecount.query.FoundEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a page, and ends it earlier where it would become too large for Lambda. */
public final class PageEncoder {
  /**
   * Lambda answers with at most 6 MB (6,291,556 bytes), in which our body is a JSON string; the
   * rest is for headers and the envelope.
   */
  static final int MAX_BYTES_AS_JSON_STRING = 6_000_000;

  private final EventFormat format;
  private final boolean byteOrderMark;
  private final Function<Bookmark, String> cursors;

  /**
   * @param byteOrderMark whether a page in CSV begins with one
   */
  public PageEncoder(
      EventFormat format, boolean byteOrderMark, Function<Bookmark, String> cursors) {
    this.format = format;
    this.byteOrderMark = byteOrderMark;
    this.cursors = cursors;
  }

  /** A body, and the cursor of the next page. */
  public record Encoded(byte[] body, @Nullable String cursor) {}

  public Encoded encode(EventPage page) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(opening());
    List<FoundEvent> events = page.events();
    Bookmark next = page.next();
    int room = MAX_BYTES_AS_JSON_STRING;
    for (int i = 0; i < events.size(); i++) {
      byte[] row = row(events.get(i), i == 0);
      room -= lengthInJsonString(row);
      if (room < 0 && i > 0) {
        next = page.behind(i);
        break;
      }
      body.writeBytes(row);
    }
    String cursor = next == null ? null : cursors.apply(next);
    body.writeBytes(closing(cursor));
    return new Encoded(body.toByteArray(), cursor);
  }

  private byte[] opening() {
    return switch (format) {
      case JSON -> "{\"events\":[".getBytes(UTF_8);
      case NDJSON -> new byte[0];
      case CSV -> EventCsv.header(byteOrderMark);
    };
  }

  private byte[] row(FoundEvent event, boolean first) {
    return switch (format) {
      case JSON -> ((first ? "" : ",") + EventJson.write(event)).getBytes(UTF_8);
      case NDJSON -> (EventJson.write(event) + "\n").getBytes(UTF_8);
      case CSV -> EventCsv.row(event);
    };
  }

  private byte[] closing(@Nullable String cursor) {
    if (format != EventFormat.JSON) {
      return new byte[0];
    }
    // A cursor is base64url: nothing to escape.
    return (cursor == null ? "]}" : "],\"nextCursor\":\"" + cursor + "\"}").getBytes(UTF_8);
  }

  private static int lengthInJsonString(byte[] bytes) {
    int length = bytes.length;
    for (byte b : bytes) {
      length += b == '"' || b == '\\' || b == '\n' ? 1 : 0;
    }
    return length;
  }
}
