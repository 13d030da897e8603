/**
 * Floor 4, beside the reports: what becomes of what is sent, what is stored and what is left
 * undone, and what whoever runs a portal should do about it.
 *
 * <p>Uses {@code telemetry}, {@code event}, {@code store}, {@code collect}, {@code catalog}, {@code
 * recognition}.
 */
@NullMarked
package dev.housecount.health;

import org.jspecify.annotations.NullMarked;
