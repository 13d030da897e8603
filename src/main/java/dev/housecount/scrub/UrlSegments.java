package dev.housecount.scrub;

import java.util.ArrayList;
import java.util.List;

/**
 * A URL or path, cut at its slashes. Encoded ones, also encoded again, are slashes too, and so are
 * backslashes, as in a browser. Several in a row, and single dots between them, are one.
 */
final class UrlSegments {
  private final List<String> segments = new ArrayList<>();
  private final List<String> slashes = new ArrayList<>();

  UrlSegments(String url) {
    int start = 0;
    for (int i = 0; i < url.length(); i++) {
      int end = endOfSlashes(url, i);
      if (end > i) {
        segments.add(url.substring(start, i));
        slashes.add(end == i + 1 && url.charAt(i) == '/' ? "/" : url.substring(i, end));
        start = end;
        i = end - 1;
      }
    }
    segments.add(url.substring(start));
    slashes.add("");
  }

  int size() {
    return segments.size();
  }

  String get(int index) {
    return segments.get(index);
  }

  String decoded(int index) {
    return PercentDecoder.decodeAll(segments.get(index));
  }

  void set(int index, String segment) {
    segments.set(index, segment);
  }

  /**
   * Takes out {@code ..} with what it leads out of, also where it is encoded, and encoded single
   * dots, as a browser does (https://url.spec.whatwg.org/#path-state).
   */
  void resolveDots() {
    int kept = 0;
    int floor = floor();
    for (int i = 0; i < size(); i++) {
      boolean up = isDots(i) && decoded(i).equals("..");
      if (up && kept > floor) {
        kept--;
      } else if (up || !isDots(i) || !decoded(i).equals(".")) {
        move(i, kept);
        kept++;
        floor = up ? kept : floor;
      }
    }
    if (kept < size()) {
      segments.subList(kept, segments.size()).clear();
      slashes.subList(kept, slashes.size()).clear();
    }
  }

  private void move(int from, int to) {
    if (from != to) {
      set(to, get(from));
      slashes.set(to, slashes.get(from));
    }
  }

  /** How many segments at the beginning nothing leads out of: scheme, host, root. */
  private int floor() {
    boolean host = slashes.get(0).length() > 1 && slashes.get(0).startsWith("//");
    return host ? 2 : get(0).isEmpty() ? 1 : 0;
  }

  /** Quick, since nearly none is. */
  private boolean isDots(int index) {
    String segment = get(index);
    return segment.startsWith(".") || segment.startsWith("%");
  }

  @Override
  public String toString() {
    StringBuilder url = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      url.append(segments.get(i)).append(slashes.get(i));
    }
    return url.toString();
  }

  /** Behind all slashes that begin here; the same index where there is none. */
  private static int endOfSlashes(String url, int start) {
    int end = endOfSlash(url, start);
    while (end > start) {
      int next = url.startsWith(".", end) ? end + 1 : end;
      int behind = endOfSlash(url, next);
      if (behind == next) {
        return end;
      }
      end = behind;
    }
    return end;
  }

  /** {@code /}, {@code %2F}, {@code %252F} and so on; the same index where there is none. */
  private static int endOfSlash(String url, int start) {
    if (start == url.length()) {
      return start;
    }
    char first = url.charAt(start);
    if (first == '/' || first == '\\') {
      return start + 1;
    }
    if (first != '%') {
      return start;
    }
    int i = start + 1;
    while (url.startsWith("25", i)) {
      i += 2;
    }
    boolean slash =
        url.regionMatches(true, i, "2f", 0, 2) || url.regionMatches(true, i, "5c", 0, 2);
    return slash ? i + 2 : start;
  }
}
