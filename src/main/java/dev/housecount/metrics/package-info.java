/**
 * Edge: figures of the deployed function for CloudWatch, in its embedded metric format.
 *
 * <p>Depends on no other package: it sees answers only.
 */
@NullMarked
package dev.housecount.metrics;

import org.jspecify.annotations.NullMarked;
