package dev.housecount.scrub;

import dev.housecount.event.PercentDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A URL or path, cut at its slashes. Encoded ones, also encoded again, are slashes too, and so are
 * backslashes, as in a browser. Several in a row, and single dots between them, are one.
 */
final class UrlSegments {
  private final List<String> segments = new ArrayList<>();
  private final List<String> slashes = new ArrayList<>();
  private final String source;
  private boolean changed;

  UrlSegments(String url) {
    source = url;
    int start = 0;
    for (int i = 0; i < url.length(); i++) {
      int end = Slashes.mayBegin(url.charAt(i)) ? Slashes.end(url, i) : i;
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
    changed = true;
    segments.set(index, segment);
  }

  /** Where the path begins, behind scheme, host and root. */
  int pathStart() {
    if (get(0).endsWith(":") && isHostAhead()) {
      return Math.min(2, size());
    }
    // Without a scheme it may be a path with a slash too many.
    boolean host = get(0).isEmpty() && isHostAhead() && size() > 1 && isHost(get(1));
    return host ? 2 : get(0).isEmpty() ? 1 : 0;
  }

  /** Whether scheme or host are named, so that it may lead out of the portal. */
  boolean namesHost() {
    return pathStart() > 1;
  }

  private boolean isHostAhead() {
    return slashes.get(0).startsWith("//");
  }

  private static boolean isHost(String segment) {
    return segment.indexOf('.') > 0 || segment.indexOf(':') > 0;
  }

  /** The last segment of a name that begins at the index: a slash that is escaped is part of it. */
  int endOfName(int name) {
    int usual = name == 0 ? 0 : Slashes.escapes(slashes.get(name - 1));
    int end = name;
    while (end + 1 < size() && Slashes.escapes(slashes.get(end)) > usual) {
      end++;
    }
    return end;
  }

  /** Several segments, decoded, as one. */
  String decoded(int from, int to) {
    StringBuilder joined = new StringBuilder(decoded(from));
    for (int i = from + 1; i <= to; i++) {
      joined.append('/').append(decoded(i));
    }
    return joined.toString();
  }

  /** Puts one segment in the place of several. */
  void set(int from, int to, String segment) {
    set(from, segment);
    slashes.set(from, slashes.get(to));
    segments.subList(from + 1, to + 1).clear();
    slashes.subList(from + 1, to + 1).clear();
  }

  /** Ends before the segment, without the slash in front. */
  void endBefore(int index) {
    changed = true;
    segments.subList(index, segments.size()).clear();
    slashes.subList(index, slashes.size()).clear();
    slashes.set(index - 1, "");
  }

  /**
   * Drops {@code user:password@} behind two slashes anywhere, as in {@code
   * /login/https%3A%2F%2Falice:secret@host}.
   */
  void dropCredentials(String secret) {
    for (int i = 1; i < size(); i++) {
      if (Slashes.isDouble(slashes.get(i - 1))) {
        String authority = decoded(i);
        boolean scheme = decoded(i - 1).endsWith(":");
        int at = authority.lastIndexOf('@');
        int colon = authority.startsWith("[") ? -1 : authority.indexOf(':');
        boolean port = authority.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9');
        if (at >= 0 && (scheme || (colon >= 0 && colon < at))) {
          set(i, authority.substring(at + 1));
        } else if (scheme && colon >= 0 && !port) {
          set(i, secret);
        }
      }
    }
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
    if (kept == 0) {
      set(0, ""); // all led out of itself, as in "docs/..": the empty path is left
      slashes.set(0, "");
      kept = 1;
    }
    if (kept < size()) {
      changed = true;
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
    return isHostAhead() ? 2 : get(0).isEmpty() ? 1 : 0;
  }

  /** Quick, since nearly none is. */
  private boolean isDots(int index) {
    String segment = get(index);
    return segment.startsWith(".") || segment.startsWith("%");
  }

  @Override
  public String toString() {
    if (!changed) {
      return source;
    }
    StringBuilder url = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      url.append(segments.get(i)).append(slashes.get(i));
    }
    return url.toString();
  }
}
