/**
 * Step 4: chunks of hydrated events, the two ports that keep and return them, and how long they are
 * kept.
 *
 * <p>Depends on {@code event} only; {@code dynamodb} implements its ports.
 */
@NullMarked
package dev.housecount.store;

import org.jspecify.annotations.NullMarked;
