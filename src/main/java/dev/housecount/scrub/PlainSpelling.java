package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import dev.housecount.scrub.detect.Reading;
import java.text.Normalizer;

/**
 * A text as whoever reads it understands it: escapes decoded, letters and separators of other
 * widths as usual (Unicode's NFKC), invisible characters left out, and people's refs without white
 * space, doubled slashes and dot segments.
 */
final class PlainSpelling {
  private PlainSpelling() {}

  /** Whether the plain spelling may be another one; nearly never. */
  static boolean mayDiffer(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || isEscape(c) || (c == ':' && startOfUser(text, i) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEscape(char c) {
    return c == '%' || c == '&' || c == '\\';
  }

  static String of(String text) {
    return refs(Reading.read(Normalizer.normalize(Reading.read(text), Normalizer.Form.NFKC)));
  }

  private static String refs(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int copied = 0;
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int start = startOfUser(text, colon);
      LooseRef ref = start < copied ? null : LooseRef.read(text, colon);
      if (ref != null) {
        plain.append(text, copied, start).append(EntityRef.USER).append(':').append(ref.path());
        copied = ref.end();
      }
    }
    return copied == 0 ? text : plain.append(text, copied, text.length()).toString();
  }

  /** Where {@code user} begins if that word and white space stand before the colon; else -1. */
  private static int startOfUser(String text, int colon) {
    int end = colon;
    while (end > 0 && LooseRef.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return NameText.followsUser(text, end) ? end - EntityRef.USER.length() : -1;
  }
}
