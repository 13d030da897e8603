package dev.housecount.scrub.detect;

/**
 * What was found, and where: from {@code start} to before {@code end}, in UTF-16 units as {@link
 * String} counts them.
 */
public record Find(Kind kind, int start, int end) {}
