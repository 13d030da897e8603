/**
 * Beside the path: what is known about people and what they asked for. Erasure, opt-outs, names
 * that may be read, the audit of who read them, and pseudonyms brought up to date after a rotation.
 *
 * <p>Depends on the steps whose ports it fills ({@code collect}, {@code hydrate}, {@code store})
 * and on {@code scrub} for keys; {@code dynamodb} implements its own port, {@code http} uses it.
 */
@NullMarked
package dev.housecount.person;

import org.jspecify.annotations.NullMarked;
