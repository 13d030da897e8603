package dev.housecount.store;

/**
 * Where a record is kept.
 *
 * @param partition records of one partition are read together
 * @param sort the order within the partition: that of its UTF-8 bytes
 */
public record RecordKey(String partition, String sort) {}
