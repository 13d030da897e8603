package dev.housecount.edge.backstage;

import dev.housecount.keys.Seal;
import dev.housecount.store.RecordStore;

/**
 * Where it is kept between runs how far a pull has come.
 *
 * @param seal for what names people
 */
public record PullStore(RecordStore records, Seal seal) {}
