package dev.housecount.store;

/**
 * Records of one partition.
 *
 * @param from inclusive
 * @param to exclusive
 * @param order of the sort keys
 * @param limit at most so many; 1 or more
 * @param fresh whether what was written just before must be seen; costs twice
 */
public record RecordRange(
    String partition, String from, String to, Order order, int limit, boolean fresh) {}
