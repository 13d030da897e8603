/**
 * Floor 4, the end of an event's path: questions, reports that answer them, and what of the answers
 * is hidden because too few people are behind it. One report, one file.
 *
 * <p>Uses {@code event}, {@code hydrate}, {@code store}, {@code catalog}, {@code rollup}, {@code
 * sealed}.
 */
@NullMarked
package dev.housecount.insights;

import org.jspecify.annotations.NullMarked;
