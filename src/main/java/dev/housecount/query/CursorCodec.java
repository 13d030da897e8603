package dev.housecount.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.scrub.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes a position as an opaque text that only this deployment can write, and only for the query
 * that it continues. The page size is not part of the query: it may change from page to page.
 */
public final class CursorCodec {
  private static final byte VERSION = 1;
  private static final int TAG_BYTES = 16;
  private static final int HEAD_BYTES = 1 + TAG_BYTES + Long.BYTES;

  private final KeyedHash hash;

  public CursorCodec(byte[] secret) {
    this.hash = new KeyedHash(secret, "cursor");
  }

  /** The cursor of a position in the events that a query asks for. */
  public String encode(EventQuery query, Position position) {
    byte[] tie = position.tie().getBytes(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + tie.length);
    bytes.put(VERSION).put(tag(query, position));
    bytes.putLong(position.at().toEpochMilli()).put(tie);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The position of a cursor.
   *
   * @throws InvalidCursorException when it is damaged, of another deployment or of another query
   */
  public Position decode(EventQuery query, String cursor) {
    ByteBuffer bytes = bytes(cursor);
    if (bytes.remaining() < HEAD_BYTES || bytes.get() != VERSION) {
      throw new InvalidCursorException();
    }
    byte[] tag = new byte[TAG_BYTES];
    bytes.get(tag);
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    Position position = new Position(at, UTF_8.decode(bytes).toString());
    // Encoding again also refuses other spellings of the same bytes.
    if (!MessageDigest.isEqual(tag, tag(query, position))
        || !encode(query, position).equals(cursor)) {
      throw new InvalidCursorException();
    }
    return position;
  }

  private static ByteBuffer bytes(String cursor) {
    try {
      return ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException(e);
    }
  }

  private byte[] tag(EventQuery query, Position position) {
    EventFilter filter = query.filter();
    byte[] tag =
        hash.hash(
            part(filter.portal()),
            part(filter.action()),
            part(filter.subject()),
            part(filter.pluginId()),
            part(filter.section()),
            part(filter.user()),
            part(filter.entity()),
            part(filter.marked()),
            part(query.from()),
            part(query.to()),
            query.order().name(),
            String.valueOf(position.at().toEpochMilli()),
            position.tie());
    return Arrays.copyOf(tag, TAG_BYTES);
  }

  private static String part(@Nullable Object value) {
    return value == null ? "" : "=" + value;
  }
}
