/**
 * Edge: checks the tokens that portals give their users, and fetches the keys for that.
 *
 * <p>Depends on {@code collect}, whose port it implements, and {@code event}; no other edge.
 */
@NullMarked
package dev.housecount.edge.jwt;

import org.jspecify.annotations.NullMarked;
