package dev.housecount.store;

/** In which order of time things are read. */
public enum Order {
  /** Oldest first. */
  ASC,
  /** Newest first. */
  DESC
}
