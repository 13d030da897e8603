package dev.housecount.app;

import dev.housecount.catalog.Catalog;
import dev.housecount.event.Pseudonym;
import dev.housecount.person.Holder;
import java.time.Instant;

/** The catalog as erasures know it; neither of the two packages knows the other. */
record CatalogHolder(Catalog catalog) implements Holder {
  @Override
  public String figure() {
    return "removedFacts";
  }

  @Override
  public int forget(Pseudonym person, Instant upTo) {
    return catalog.forget(person);
  }
}
