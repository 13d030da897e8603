package dev.housecount.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * In which order a page has its entities, kind by kind. Of a sender that sorts, the next page goes
 * on where this one ends; of any other, pages overlap, and nothing of one is a part of the catalog
 * as it is.
 */
final class Arrival {
  /** One of so many may be out of order: a sender may compare names in another way. */
  private static final int TOLERANCE = 10;

  private final Map<String, Kind> kinds = new HashMap<>();

  private static final class Kind {
    private String last = "";
    private int all;
    private int backward;
  }

  void add(String key) {
    Kind kind = kinds.computeIfAbsent(Entry.kind(key), name -> new Kind());
    kind.all++;
    kind.backward += key.compareTo(kind.last) < 0 ? 1 : 0;
    kind.last = key;
  }

  boolean isSorted(String kind) {
    Kind seen = kinds.get(kind);
    return seen != null && seen.backward * TOLERANCE <= seen.all;
  }
}
