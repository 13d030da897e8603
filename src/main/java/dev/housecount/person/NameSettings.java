package dev.housecount.person;

/**
 * Whether names are kept and told.
 *
 * @param readable off unless the deployment asks for it
 */
public record NameSettings(boolean readable) {}
