/**
 * The seam between what happens and who counts it: the steps and the edges tell {@link
 * dev.housecount.telemetry.Telemetry}, and {@code metrics} makes figures of it. Nothing that a
 * sender sent passes here.
 *
 * <p>Depends on no other package.
 */
@NullMarked
package dev.housecount.telemetry;

import org.jspecify.annotations.NullMarked;
