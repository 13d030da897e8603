/**
 * Edge: reads the privacy policy, which is YAML for people, and its overrides, and makes of it what
 * {@code scrub} and {@code store} work by. Holds the defaults ({@code policy.yaml}).
 *
 * <p>Uses {@code event}, {@code keys}, {@code scrub.detect}, {@code scrub}, {@code store}.
 */
@NullMarked
package dev.housecount.edge.policy;

import org.jspecify.annotations.NullMarked;
