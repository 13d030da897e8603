package dev.housecount.scrub.detect;

import org.jspecify.annotations.Nullable;

/**
 * A text as a decoder downstream or a person would read it: percent escapes (also nested), HTML
 * character references and {@code \}{@code u} escapes decoded, digits and signs of other scripts as
 * ASCII, invisible characters left out. Knows where in the source each character stands.
 */
public final class Reading {
  /** How often an escape may be escaped again. */
  private static final int MAX_DECODINGS = 3;

  private final String text;

  /** Per character of the text, the source's range that it was read from; null: the same text. */
  private final int @Nullable [] starts;

  private final int @Nullable [] ends;

  private Reading(String text, int @Nullable [] starts, int @Nullable [] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The text as it is read. */
  public static String read(String source) {
    return of(source).text;
  }

  /** Reads a text in which nothing is to be decoded. */
  static Reading plain(String text) {
    return new Reading(text, null, null);
  }

  /** Reads any text. */
  static Reading of(String source) {
    Reading reading = plain(source);
    for (int i = 0; i <= MAX_DECODINGS; i++) {
      Reading next = decode(reading);
      if (next == reading) {
        break;
      }
      reading = next;
    }
    return reading;
  }

  String text() {
    return text;
  }

  int sourceStart(int index) {
    return starts == null ? index : starts[index];
  }

  /** The end in the source of what ends before the index in the text. */
  int sourceEnd(int index) {
    return ends == null ? index : ends[index - 1];
  }

  private static Reading decode(Reading reading) {
    String in = reading.text;
    StringBuilder out = new StringBuilder(in.length());
    int[] starts = new int[in.length()];
    int[] ends = new int[in.length()];
    Escape escape = new Escape();
    boolean changed = false;
    for (int i = 0; i < in.length(); ) {
      int length = escape.read(in, i);
      int codePoint = escape.codePoint();
      int before = out.length();
      if (!Escape.isInvisible(codePoint)) {
        out.appendCodePoint(Escape.fold(codePoint));
      }
      for (int k = before; k < out.length(); k++) {
        starts[k] = reading.sourceStart(i);
        ends[k] = reading.sourceEnd(i + length);
      }
      changed |= escape.wasEscaped() || out.length() - before != length || differs(out, in, i);
      i += length;
    }
    return changed ? new Reading(out.toString(), starts, ends) : reading;
  }

  /** Called where the character read last has as many units in both. */
  private static boolean differs(StringBuilder out, String in, int index) {
    return out.charAt(out.length() - 1) != in.charAt(index)
        && !Character.isHighSurrogate(in.charAt(index));
  }
}
