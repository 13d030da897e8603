package dev.housecount.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.event.CanonicalText;
import dev.housecount.event.HydratedEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. Within a millisecond it knows which events were shown, not where they stood:
 * a resend may still tell another order.
 *
 * @param at everything before it, in the order asked for, was shown or left out
 * @param passed how many events of that time were shown before those that are listed
 * @param shown the last {@link #MOST} events of that time that were shown, as fingerprints
 */
public record Bookmark(Instant at, int passed, List<Long> shown) {
  /** How many are listed: a cursor has to fit an address. */
  static final int MOST = 100;

  public Bookmark {
    shown = List.copyOf(shown);
  }

  /** Where nothing of that time was shown yet. */
  static Bookmark at(Instant at) {
    return new Bookmark(at, 0, List.of());
  }

  /**
   * Where a page ended.
   *
   * @param before where the page before it ended; null for the first
   * @param events of the page, at least one
   */
  static Bookmark behind(@Nullable Bookmark before, List<FoundEvent> events) {
    Instant last = time(events.get(events.size() - 1));
    List<Long> shown = new ArrayList<>();
    int passed = 0;
    if (before != null && before.at.equals(last)) {
      shown.addAll(before.shown);
      passed = before.passed;
    }
    events.stream()
        .filter(found -> time(found).equals(last))
        .map(found -> fingerprint(found.event()))
        .forEach(shown::add);
    int more = Math.max(0, shown.size() - MOST);
    return new Bookmark(last, passed + more, shown.subList(more, shown.size()));
  }

  private static Instant time(FoundEvent found) {
    return found.event().event().time().at();
  }

  /**
   * Tells an event from others of its time. Its user does not count: a copy may name one who was
   * not known before.
   */
  static long fingerprint(HydratedEvent event) {
    String text =
        new CanonicalText()
            .append(event.portal())
            .append(event.event().id().value())
            .append(event.event().content())
            .toString();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Leaves out, while a page is made, what the pages before it have shown. */
  static final class Reader {
    private final @Nullable Bookmark bookmark;
    private final List<Long> shown;
    private int passed;

    Reader(@Nullable Bookmark bookmark) {
      this.bookmark = bookmark;
      this.shown = bookmark == null ? List.of() : new ArrayList<>(bookmark.shown);
      this.passed = bookmark == null ? 0 : bookmark.passed;
    }

    /** Whether the event was shown; asked once for each that fits, in the order asked for. */
    boolean hasShown(HydratedEvent event, boolean descending) {
      Instant at = event.event().time().at();
      if (bookmark == null || !at.equals(bookmark.at)) {
        return bookmark != null && at.isAfter(bookmark.at) == descending;
      }
      // Once for each time: two users' events may be equal in all that a fingerprint knows.
      return shown.remove((Object) fingerprint(event)) || passed-- > 0;
    }
  }
}
