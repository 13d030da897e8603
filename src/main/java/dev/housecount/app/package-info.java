/**
 * Puts the parts together and reads the settings: the only package that knows all others, and that
 * none knows.
 */
@NullMarked
package dev.housecount.app;

import org.jspecify.annotations.NullMarked;
