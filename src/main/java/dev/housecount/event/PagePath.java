package dev.housecount.event;

/** The path of a page, in its one spelling. */
public final class PagePath {
  private PagePath() {}

  /**
   * The subject, without slashes at its end where it is a path or URL: a slash at the end makes no
   * other page. The root keeps its own.
   */
  public static String of(String subject) {
    int host = subject.indexOf("://");
    int root = host < 0 ? 0 : subject.indexOf('/', host + 3);
    boolean path = root >= 0 && subject.startsWith("/", root);
    if (!path || hasSpace(subject)) {
      return subject;
    }
    int end = subject.length();
    while (end > root + 1 && subject.charAt(end - 1) == '/') {
      end--;
    }
    return subject.substring(0, end);
  }

  private static boolean hasSpace(String text) {
    boolean space = false;
    for (int i = 0; i < text.length() && !space; i++) {
      space = Character.isWhitespace(text.charAt(i));
    }
    return space;
  }
}
