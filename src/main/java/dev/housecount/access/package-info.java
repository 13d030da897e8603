/**
 * Floor 0: who may do what. Tokens and their scopes, and the users that portals vouch for.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.access;

import org.jspecify.annotations.NullMarked;
