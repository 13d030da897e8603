/**
 * Floor 0: the secret keys, and all that is made with them: keyed hashes, pseudonyms, seals.
 * Whoever reads a table without the keys cannot tell whom it is about.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package dev.housecount.keys;

import org.jspecify.annotations.NullMarked;
