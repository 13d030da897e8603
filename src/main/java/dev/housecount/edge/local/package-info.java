/**
 * Edge: DynamoDB Local as a process of its own, for laptops and tests. Not part of the function.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.edge.local;

import org.jspecify.annotations.NullMarked;
