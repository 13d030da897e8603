package dev.housecount.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Percent-decoding that leaves malformed escapes as they are, where URLDecoder throws. */
public final class PercentDecoder {
  /** How often what was decoded is decoded again. */
  private static final int MAX_DECODINGS = 3;

  private PercentDecoder() {}

  /** Decodes escapes, also nested ones. */
  public static String decodeAll(String text) {
    String decoded = text;
    for (int i = 0; i < MAX_DECODINGS && decoded.indexOf('%') >= 0; i++) {
      decoded = decode(decoded);
    }
    return decoded;
  }

  /** Decodes escapes once, as a router does with a path's parameters. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        decoded.write(high << 4 | low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(UTF_8);
  }
}
