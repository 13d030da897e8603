/**
 * Beside everything: a made-up portal, and what feeds it to a running server over its public API.
 * Only the command and the first run of {@code app} know it; the function on AWS has none of it.
 */
@NullMarked
package dev.housecount.demo;

import org.jspecify.annotations.NullMarked;
