/**
 * Floor 1, part of {@code scrub}: finds personal data and secrets in text. Says where they are and
 * of which kind; what replaces them is for the caller to decide.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.scrub.detect;

import org.jspecify.annotations.NullMarked;
