/**
 * Floor 2, beside the way of events: what the portal's catalog says, as facts with dates.
 *
 * <p>Uses {@code bytes}, {@code event}, {@code keys}, {@code store}.
 */
@NullMarked
package dev.housecount.catalog;

import org.jspecify.annotations.NullMarked;
