/**
 * Edge: reads the secret key from where AWS keeps it.
 *
 * <p>Depends on no other package; {@code app} uses it.
 */
@NullMarked
package dev.housecount.edge.secrets;

import org.jspecify.annotations.NullMarked;
