/**
 * Edge, HTTP: from the bytes of a body to a batch of events, with limits that are counted on the
 * way.
 */
@NullMarked
package dev.housecount.edge.http.wire;

import org.jspecify.annotations.NullMarked;
