/**
 * Floor 3, beside the way of events: what becomes of what is sent, what is stored and what is left
 * undone, and what whoever runs a portal should do about it.
 *
 * <p>Uses {@code telemetry}, {@code event}, {@code store}, {@code collect}, {@code catalog}.
 */
@NullMarked
package dev.housecount.health;

import org.jspecify.annotations.NullMarked;
