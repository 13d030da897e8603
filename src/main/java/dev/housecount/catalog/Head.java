package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.catalog.CatalogStatus.Source;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which root is the catalog. Replaced only by who saw what is there; that is how a generation, an
 * erasure or a rotation becomes true.
 *
 * @param version above 0; 0 for what was never written
 * @param generation the one that was completed last
 * @param began when its first page arrived, in milliseconds since 1970
 * @param asOf when it was completed
 * @param since when the first one ever was completed
 * @param root empty for none
 * @param done the generations that were completed in the last hour: by name and beginning, so that
 *     a name can be used again
 * @param older the root under the key before, for instances that do not know the newest; or empty
 * @param olderUntil how long that is kept
 */
record Head(
    long version,
    String generation,
    long began,
    long asOf,
    long since,
    @Nullable Source source,
    String root,
    SortedMap<String, Long> done,
    String older,
    long olderUntil) {
  private static final int FORMAT = 1;

  /** Before the first generation. */
  static final Head NONE = new Head(0, "", 0, 0, 0, null, "", new TreeMap<>(), "", 0);

  boolean isNone() {
    return source == null;
  }

  byte[] encode() {
    ByteWriter to = new ByteWriter().number(done.size());
    done.forEach((name, beganAt) -> to.text(name).number(beganAt));
    return new ByteWriter()
        .number(FORMAT)
        .text(generation)
        .number(began)
        .number(asOf)
        .number(since)
        .number(source == null ? 0 : source.ordinal() + 1L)
        .text(root)
        .text(older)
        .number(olderUntil)
        .raw(to.toBytes())
        .toBytes();
  }

  static Head decode(long version, byte[] head) {
    ByteReader from = new ByteReader(head);
    if (from.number() != FORMAT) {
      throw new IllegalStateException("the catalog was written by a newer Housecount");
    }
    String generation = from.text();
    long began = from.number();
    long asOf = from.number();
    long since = from.number();
    int source = from.integer();
    String root = from.text();
    String older = from.text();
    long olderUntil = from.number();
    SortedMap<String, Long> done = new TreeMap<>();
    int count = from.integer();
    for (int i = 0; i < count; i++) {
      done.put(from.text(), from.number());
    }
    Source by = source == 0 ? null : Source.values()[source - 1];
    return new Head(version, generation, began, asOf, since, by, root, done, older, olderUntil);
  }

  /** As it is written in the place of this one. */
  Head next() {
    return new Head(
        version + 1, generation, began, asOf, since, source, root, done, older, olderUntil);
  }

  /** With another root. */
  Head withRoot(String other) {
    return new Head(
        version, generation, began, asOf, since, source, other, done, older, olderUntil);
  }

  Head withOlder(String other, long until) {
    return new Head(version, generation, began, asOf, since, source, root, done, other, until);
  }

  /** With the generation that is the catalog from a time on. */
  Head withGeneration(String name, long beganAt, long now, Source by, String newRoot) {
    long first = isNone() ? now : since;
    SortedMap<String, Long> open = new TreeMap<>(done);
    open.put(name, beganAt);
    open.values().removeIf(time -> time + Catalog.PATIENCE.toMillis() <= now);
    return new Head(version, name, beganAt, now, first, by, newRoot, open, older, olderUntil);
  }

  /** Whether a generation that began then is or was the catalog; told for an hour. */
  boolean isDone(String name, long beganAt) {
    return Long.valueOf(beganAt).equals(done.get(name));
  }
}
