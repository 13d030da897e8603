/**
 * Floor 2: chunks that were written under older keys, read as if they were of the newest: one user
 * is one user across rotations.
 *
 * <p>Uses {@code event}, {@code keys}, {@code store}.
 */
@NullMarked
package dev.housecount.rotation;

import org.jspecify.annotations.NullMarked;
