package dev.housecount.edge.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Passes over what no dialect has, such as a user's whole catalog entity, and counts it: it makes
 * nothing but the body larger.
 */
final class Unread {
  private final String text;
  private long bytes;
  private long characters;

  /**
   * @param text what the parser reads
   */
  Unread(String text) {
    this.text = text;
  }

  /** Passes over the parser's current value; returns the token behind it. */
  JsonToken skip(JsonParser json) throws IOException {
    int from = offset(json);
    json.skipChildren();
    JsonToken next = json.nextToken();
    int to = next == null ? text.length() : offset(json);
    characters += to - from;
    bytes += utf8Length(from, to);
    return next;
  }

  /** How long what was passed over is in UTF-8. */
  long bytes() {
    return bytes;
  }

  /** How many characters the parser has come to that were not passed over. */
  long read(JsonParser json) {
    return offset(json) - characters;
  }

  private long utf8Length(int from, int to) {
    long length = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      // Each half of a pair of surrogates is two bytes of its four.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getCharOffset();
  }
}
