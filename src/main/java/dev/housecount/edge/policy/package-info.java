/**
 * Edge: reads the privacy policy, which is YAML for people, and its overrides, and makes of it what
 * {@code scrub} and {@code store} work by. Holds the defaults ({@code policy.yaml}).
 */
@NullMarked
package dev.housecount.edge.policy;

import org.jspecify.annotations.NullMarked;
