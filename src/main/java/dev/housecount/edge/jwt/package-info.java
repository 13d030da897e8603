/**
 * Edge: checks the tokens that portals give their users, and fetches the keys for that.
 *
 * <p>Uses {@code access}.
 */
@NullMarked
package dev.housecount.edge.jwt;

import org.jspecify.annotations.NullMarked;
