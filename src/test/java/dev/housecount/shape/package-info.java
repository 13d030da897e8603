/**
 * The API as its users meet it, in three shapes: over HTTP, and as API Gateway events to the
 * function on the JVM and as a native binary. The cases are the same; behind all three is DynamoDB
 * Local with the tables and the permissions of template.yaml.
 */
package dev.housecount.shape;
