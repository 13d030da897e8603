/**
 * Floor 4, beside the reports: whether the portal's catalog knows the people whom recent events
 * name, and whether that has changed all at once.
 *
 * <p>Uses {@code event}, {@code store}, {@code catalog}, {@code rollup}.
 */
@NullMarked
package dev.housecount.recognition;

import org.jspecify.annotations.NullMarked;
