/**
 * Floor 3, step 6 of an event's path: pages of the stream, joined with what the catalog said,
 * filters, and the cursors that continue them.
 *
 * <p>Uses {@code event}, {@code keys}, {@code hydrate}, {@code store}, {@code marks}, {@code
 * timeline}, {@code catalog}.
 */
@NullMarked
package dev.housecount.query;

import org.jspecify.annotations.NullMarked;
