/**
 * Edge: DynamoDB Local as a process of its own, for laptops and tests. Not part of the function.
 *
 * <p>Depends on nothing of ours; used by {@code app}.
 */
@NullMarked
package dev.housecount.edge.local;

import org.jspecify.annotations.NullMarked;
