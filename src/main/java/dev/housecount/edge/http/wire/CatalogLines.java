package dev.housecount.edge.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.housecount.catalog.PageReceipt.Rejection;
import dev.housecount.catalog.PushedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a page of the catalog: newline-delimited JSON, an object a line. A line that cannot be read
 * costs itself alone. Lines end with LF or CRLF; a byte-order mark may stand in front.
 */
public final class CatalogLines {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /**
   * What a page holds.
   *
   * @param rejected by the number of the line, ascending
   */
  public record Contents(List<PushedPage.Line> lines, List<Rejection> rejected) {
    public Contents {
      lines = List.copyOf(lines);
      rejected = List.copyOf(rejected);
    }
  }

  private final byte[] page;
  private final List<PushedPage.Line> lines = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();

  private CatalogLines(byte[] page) {
    this.page = page;
  }

  /** Reads UTF-8; malformed bytes become U+FFFD, as WHATWG's Encoding has it. */
  public static Contents read(byte[] page) {
    return new CatalogLines(page).read();
  }

  private Contents read() {
    int start = beginning();
    for (int number = 1; start < page.length; number++) {
      int end = start;
      while (end < page.length && page[end] != '\n') {
        end++;
      }
      line(number, start, end);
      start = end + 1;
    }
    return new Contents(lines, rejected);
  }

  private int beginning() {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (i >= page.length || page[i] != BYTE_ORDER_MARK[i]) {
        return 0;
      }
    }
    return BYTE_ORDER_MARK.length;
  }

  private void line(int number, int start, int lineEnd) {
    int end = lineEnd > start && page[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (isBlank(start, end)) {
      return;
    }
    if (end - start > CatalogLimits.LINE) {
      rejected.add(
          new Rejection(number, "The line has more than " + CatalogLimits.LINE + " bytes"));
      return;
    }
    try {
      lines.add(
          new PushedPage.Line(
              number, PlainJson.object(new String(page, start, end - start, UTF_8))));
    } catch (PlainJson.NoObjectException e) {
      rejected.add(new Rejection(number, "The line is no JSON object"));
    } catch (StreamConstraintsException e) {
      rejected.add(new Rejection(number, "The entity is nested too deeply"));
    } catch (JsonProcessingException e) {
      rejected.add(new Rejection(number, "The line is no JSON text"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (page[i] != ' ' && page[i] != '\t' && page[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
