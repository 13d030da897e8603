/**
 * Floor 0: the seam between what happens and who counts it. The steps and the edges tell {@link
 * dev.housecount.telemetry.Telemetry}, and {@code edge.metrics} makes figures of it. Nothing that a
 * sender sent passes here.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.telemetry;

import org.jspecify.annotations.NullMarked;
