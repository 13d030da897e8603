/**
 * Edge: reads the secret key from where AWS keeps it.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.edge.secrets;

import org.jspecify.annotations.NullMarked;
