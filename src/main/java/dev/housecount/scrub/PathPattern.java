package dev.housecount.scrub;

import java.util.Arrays;
import java.util.List;

/**
 * A path with segments that lead to one person, such as {@code /create/tasks/<task>}: the segment
 * in angle brackets stands for any one and takes its place.
 */
public record PathPattern(List<String> segments) {
  public PathPattern {
    segments = List.copyOf(segments);
  }

  /**
   * @throws IllegalArgumentException when the text is no such path
   */
  public static PathPattern parse(String text) {
    List<String> segments = Arrays.stream(text.split("/", -1)).skip(1).toList();
    boolean fine =
        text.startsWith("/")
            && segments.stream().noneMatch(String::isEmpty)
            && segments.stream().anyMatch(PathPattern::isOpen)
            && !isOpen(segments.get(0));
    if (!fine) {
      throw new IllegalArgumentException("not a path such as /create/tasks/<task>");
    }
    return new PathPattern(segments);
  }

  /** Replaces what the open segments stand for, wherever the path begins. */
  void replace(UrlSegments url) {
    for (int start = 0; start + segments.size() <= url.size(); start++) {
      if (matches(url, start)) {
        for (int i = 0; i < segments.size(); i++) {
          if (isOpen(segments.get(i))) {
            url.set(start + i, segments.get(i));
          }
        }
      }
    }
  }

  private boolean matches(UrlSegments url, int start) {
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      String decoded = url.decoded(start + i);
      if (isOpen(segment) ? decoded.isEmpty() : !segment.equalsIgnoreCase(decoded)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(String segment) {
    return segment.startsWith("<") && segment.endsWith(">");
  }

  @Override
  public String toString() {
    return "/" + String.join("/", segments);
  }
}
