/**
 * Edge: the storage ports on DynamoDB, the item format, and the table.
 *
 * <p>Depends on {@code store}; no other edge.
 */
@NullMarked
package dev.housecount.dynamodb;

import org.jspecify.annotations.NullMarked;
