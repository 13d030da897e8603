package dev.housecount.template;

/**
 * One thing that may be done.
 *
 * @param action such as {@code dynamodb:Query}
 * @param resource an ARN
 */
public record Permission(String action, String resource) {}
