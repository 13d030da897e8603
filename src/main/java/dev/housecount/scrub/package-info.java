/**
 * Floor 1, step 2 of an event's path: turns a raw event into one without personal data or secrets.
 * Allow-lists first, detectors second, keyed hashes for whatever must stay countable.
 *
 * <p>Uses {@code event}, {@code keys}, {@code scrub.detect}.
 */
@NullMarked
package dev.housecount.scrub;

import org.jspecify.annotations.NullMarked;
