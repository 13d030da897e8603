package dev.housecount.http;

/**
 * What one request may bring.
 *
 * @param bytes of the body, before and after decompression
 * @param events of one batch
 */
public record CollectLimits(int bytes, int events) {
  /** Characters of one text. */
  static final int TEXT = 4096;

  /** Characters of all names and texts of one event. */
  static final int EVENT = 16_384;

  /** Digits of one number: parsing takes time by their square. No double needs more than 800. */
  static final int DIGITS = 10_000;

  /** Levels of nesting in the body. */
  static final int DEPTH = 32;
}
