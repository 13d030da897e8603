/**
 * Edge: asks a portal's catalog for its entities, through Backstage's REST API, and hands them on
 * page by page.
 *
 * <p>Uses {@code event}, {@code catalog}, {@code keys}, {@code store}, {@code telemetry}.
 */
@NullMarked
package dev.housecount.edge.backstage;

import org.jspecify.annotations.NullMarked;
