/**
 * Floor 4: what reports counted by day, week and month, for the time of which the people are
 * forgotten: computed while they are known, and kept without anybody in it.
 *
 * <p>Uses {@code bytes}, {@code event}, {@code insights}, {@code rollup}, {@code store}.
 */
@NullMarked
package dev.housecount.counts;

import org.jspecify.annotations.NullMarked;
