/**
 * Step 2: turns a raw event into one without personal data or secrets. Allow-lists first, detectors
 * second, keyed hashes for whatever must stay countable.
 *
 * <p>Depends on {@code event} and {@code scrub.detect} only.
 */
@NullMarked
package dev.housecount.scrub;

import org.jspecify.annotations.NullMarked;
