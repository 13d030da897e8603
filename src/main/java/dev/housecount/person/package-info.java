/**
 * Beside the path: what is known about people and what they asked for. Erasure, opt-outs, names
 * that may be read, and the audit of who read them.
 *
 * <p>Uses {@code event}, {@code keys}, {@code store}, {@code collect}, {@code rotation}.
 */
@NullMarked
package dev.housecount.person;

import org.jspecify.annotations.NullMarked;
