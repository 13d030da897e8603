/**
 * Edge: the storage ports on DynamoDB, the item format, and the tables.
 *
 * <p>Uses {@code event}, {@code telemetry}, {@code store}, {@code person}.
 */
@NullMarked
package dev.housecount.edge.dynamodb;

import org.jspecify.annotations.NullMarked;
