package dev.housecount.catalog;

import dev.housecount.catalog.Entry.Version;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What pages have otherwise than the catalog, by key: of each entity what the last page says. */
final class Upserts {
  private final TreeMap<String, Upsert> byKey = new TreeMap<>();

  /** What a page says of an entity. */
  record Upsert(int page, CapturedEntity facts) {
    Entry entry(String key, long now) {
      return new Entry(key, page, List.of(new Version(now, facts)));
    }
  }

  void add(int page, CapturedEntity facts) {
    byKey.merge(
        Entry.key(facts),
        new Upsert(page, facts),
        (one, other) -> other.page >= one.page ? other : one);
  }

  void addAll(int page, List<Entry> entries) {
    entries.forEach(entry -> add(page, Objects.requireNonNull(entry.current())));
  }

  Set<String> keys() {
    return byKey.keySet();
  }

  /** From a key on, up to another one that is not in it. */
  SortedMap<String, Upsert> between(String from, String to) {
    return byKey.subMap(from, to);
  }

  boolean isEmpty(String from, String last) {
    return byKey.subMap(from, true, last, true).isEmpty();
  }
}
