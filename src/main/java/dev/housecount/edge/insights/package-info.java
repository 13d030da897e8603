/**
 * Edge: reads what portals and their operators already have of the catalog: filters in YAML, the
 * configuration of Spotify's Insights, entities in files.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.edge.insights;

import org.jspecify.annotations.NullMarked;
