package dev.housecount.query;

import dev.housecount.keys.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bookmark as an opaque text that only this deployment can write, and only for the query
 * that it continues. The page size is not part of the query: it may change from page to page.
 */
public final class CursorCodec {
  private static final byte VERSION = 2;
  private static final int TAG_BYTES = 16;
  private static final int HEAD_BYTES = 1 + TAG_BYTES + Long.BYTES + Integer.BYTES;

  private final KeyedHash hash;

  public CursorCodec(byte[] secret) {
    this.hash = new KeyedHash(secret, "cursor");
  }

  /** The cursor of a bookmark in the events that a query asks for. */
  public String encode(EventQuery query, Bookmark bookmark) {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + Long.BYTES * bookmark.shown().size());
    bytes.put(VERSION).put(tag(query, bookmark));
    bytes.putLong(bookmark.at().toEpochMilli()).putInt(bookmark.passed());
    bookmark.shown().forEach(bytes::putLong);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The bookmark of a cursor.
   *
   * @throws InvalidCursorException when it is damaged, of another deployment or of another query
   */
  public Bookmark decode(EventQuery query, String cursor) {
    ByteBuffer bytes = bytes(cursor);
    if (bytes.remaining() < HEAD_BYTES || bytes.get() != VERSION) {
      throw new InvalidCursorException();
    }
    byte[] tag = new byte[TAG_BYTES];
    bytes.get(tag);
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    int passed = bytes.getInt();
    List<Long> shown = new ArrayList<>();
    while (bytes.remaining() >= Long.BYTES) {
      shown.add(bytes.getLong());
    }
    Bookmark bookmark = new Bookmark(at, passed, shown);
    // Encoding again also refuses other spellings of the same bytes.
    if (!MessageDigest.isEqual(tag, tag(query, bookmark))
        || !encode(query, bookmark).equals(cursor)) {
      throw new InvalidCursorException();
    }
    return bookmark;
  }

  private static ByteBuffer bytes(String cursor) {
    try {
      return ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException(e);
    }
  }

  private byte[] tag(EventQuery query, Bookmark bookmark) {
    EventFilter filter = query.filter();
    List<String> parts = new ArrayList<>();
    Collections.addAll(
        parts,
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
        String.valueOf(bookmark.at().toEpochMilli()),
        String.valueOf(bookmark.passed()),
        bookmark.shown().toString());
    if (!filter.catalog().isAny()) {
      parts.add(filter.catalog().canonical());
    }
    return Arrays.copyOf(hash.hash(parts.toArray(String[]::new)), TAG_BYTES);
  }

  private static String part(@Nullable Object value) {
    return value == null ? "" : "=" + value;
  }
}
