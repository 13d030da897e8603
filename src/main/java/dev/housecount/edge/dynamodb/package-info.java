/**
 * Edge: the storage ports on DynamoDB, the item format, and the table.
 *
 * <p>Depends on {@code event}, {@code store}, {@code person}, {@code telemetry}; no other edge.
 */
@NullMarked
package dev.housecount.edge.dynamodb;

import org.jspecify.annotations.NullMarked;
