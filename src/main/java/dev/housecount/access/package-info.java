/**
 * Floor 0: who may do what. Tokens and their scopes, and the users whom portals vouch for.
 *
 * <p>Uses {@code event}.
 */
@NullMarked
package dev.housecount.access;

import org.jspecify.annotations.NullMarked;
