package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the colon of a person's ref that was not written as Backstage does: {@code default /
 * alice}, {@code default//alice}, {@code x/../default/alice}. With white space in it both namespace
 * and name are needed, for {@code user: how to} is none.
 */
final class LooseRef {
  private final String text;
  private final List<String> parts = new ArrayList<>();
  private boolean spaced;
  private int end;

  private LooseRef(String text, int colon) {
    this.text = text;
    this.end = colon + 1;
    this.spaced = colon > 0 && isSpace(text.charAt(colon - 1));
  }

  /** Null where there is none. */
  static @Nullable LooseRef read(String text, int colon) {
    LooseRef ref = new LooseRef(text, colon);
    int start = ref.separator(colon + 1);
    ref.spaced |= ref.hasSpace(colon + 1, start);
    while (start >= 0) {
      start = ref.part(start);
    }
    return ref.parts.size() < (ref.spaced ? 2 : 1) ? null : ref;
  }

  /** In the usual spelling. */
  String path() {
    return String.join("/", parts);
  }

  /** Where it ends in the text. */
  int end() {
    return end;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Reads one part; returns where the next begins, or -1. */
  private int part(int start) {
    int behind = NameText.endOfName(text, start);
    if (behind == start) {
      return -1;
    }
    String part = text.substring(start, behind);
    if (!part.equals("..")) {
      if (!part.equals(".")) {
        parts.add(part);
      }
    } else if (!parts.isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    end = behind;
    int next = separator(behind);
    boolean follows = hasSlash(behind, next) && (!hasSpace(behind, next) || mayBeSpaced());
    return follows ? next : -1;
  }

  /** In {@code user:alice / bob} the first is a name, in {@code user:default / bob} it is none. */
  private boolean mayBeSpaced() {
    boolean namespace = spaced || parts.equals(List.of(EntityRef.DEFAULT_NAMESPACE));
    return parts.size() < 2 && namespace;
  }

  private int separator(int start) {
    int behind = start;
    while (behind < text.length() && (isSpace(text.charAt(behind)) || isSlash(behind))) {
      behind++;
    }
    return behind;
  }

  private boolean isSlash(int index) {
    return text.charAt(index) == '/' || text.charAt(index) == '\\';
  }

  private boolean hasSlash(int start, int behind) {
    boolean slash = false;
    for (int i = start; i < behind; i++) {
      slash |= isSlash(i);
    }
    return slash;
  }

  private boolean hasSpace(int start, int behind) {
    boolean space = false;
    for (int i = start; i < behind; i++) {
      space |= isSpace(text.charAt(i));
    }
    return space;
  }
}
