package dev.housecount.catalog;

/**
 * How a generation differs from the one before, by what is captured.
 *
 * @param entities of the generation
 */
public record Completion(int entities, int added, int changed, int removed, int unchanged) {}
