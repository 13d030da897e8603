/**
 * Step 5: pages of stored events in time order, without duplicates and with their marks, and the
 * cursors that continue them.
 *
 * <p>Depends on {@code store} for chunks, on {@code hydrate} for plugins and sections, on {@code
 * noise} for marks and on {@code scrub} for keyed hashes.
 */
@NullMarked
package dev.housecount.query;

import org.jspecify.annotations.NullMarked;
