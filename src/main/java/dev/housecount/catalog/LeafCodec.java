package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.TextColumn;
import dev.housecount.catalog.Entry.Version;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** Entries of one kind as bytes. Write cost counts them, 1 KB a unit. */
final class LeafCodec {
  /** Stored in front; a reader knows every format ever written. */
  private static final int FORMAT = 2;

  /** Names and words stood row by row, mixed with what else the row has of them. */
  private static final int MIXED = 1;

  private final FactColumns columns;

  LeafCodec(Words words) {
    this.columns = new FactColumns(words);
  }

  /**
   * @param entries of one kind, sorted by their keys
   * @param born what most of them hold from; the reader has to know it
   */
  byte[] encode(List<Entry> entries, long born) {
    String kind = entries.isEmpty() ? "" : Entry.kind(entries.get(0).key());
    boolean people = kind.equals(EntityRef.USER);
    ByteWriter body = new ByteWriter().text(kind).number(entries.size());
    ByteWriter random = new ByteWriter();
    if (people) {
      PseudonymColumn.write(body, random, entries.stream().map(Entry::key).toList());
    } else {
      NameColumn.write(body, entries.stream().map(entry -> ref(entry.key())).toList());
    }
    entries.forEach(entry -> body.number(entry.page()));
    writeTimes(body, entries, born);
    if (people) {
      columns.writeUsers(body, facts(entries, UserFacts.class));
    } else {
      columns.writeEntities(body, facts(entries, EntityFacts.class));
    }
    // What is random does not deflate, and would spoil it for the rest.
    return new ByteWriter()
        .number(FORMAT)
        .bytes(random.toBytes())
        .raw(CatalogWords.DEFLATED.pack(body.toBytes()))
        .toBytes();
  }

  List<Entry> decode(byte[] leaf, long born) {
    ByteReader outer = new ByteReader(leaf);
    long format = outer.number();
    boolean mixed = format == MIXED;
    if (format > FORMAT) {
      throw new IllegalStateException("a part of the catalog was written by a newer Housecount");
    }
    ByteReader random = new ByteReader(outer.bytes());
    ByteReader body = new ByteReader(CatalogWords.DEFLATED.unpack(outer.rest()));
    String kind = body.text();
    int count = body.integer();
    boolean people = kind.equals(EntityRef.USER);
    List<String> keys =
        people ? PseudonymColumn.read(body, random, count) : names(body, kind, count, mixed);
    List<Integer> pages = new ArrayList<>(count);
    keys.forEach(key -> pages.add(body.integer()));
    List<List<Version>> times = readTimes(body, count, born);
    Iterator<? extends CapturedEntity> facts =
        people
            ? columns.readUsers(body, repeated(keys, times, LeafCodec::user), mixed).iterator()
            : columns.readEntities(body, repeated(keys, times, LeafCodec::ref), mixed).iterator();
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<Version> versions = new ArrayList<>();
      for (Version time : times.get(i)) {
        versions.add(time.facts() == null ? time : new Version(time.from(), facts.next()));
      }
      entries.add(new Entry(keys.get(i), pages.get(i), versions));
    }
    return entries;
  }

  private static List<String> names(ByteReader body, String kind, int count, boolean mixed) {
    return mixed
        ? mixedNames(body, kind, count)
        : NameColumn.read(body, kind, count).stream().map(Entry::key).toList();
  }

  private static List<String> mixedNames(ByteReader body, String kind, int count) {
    String name = "";
    TextColumn namespaces = new TextColumn();
    List<String> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      name = body.textAfter(name);
      keys.add(Entry.key(new EntityRef(kind, String.valueOf(namespaces.read(body)), name)));
    }
    return keys;
  }

  private static void writeTimes(ByteWriter body, List<Entry> entries, long born) {
    TreeSet<Long> others = new TreeSet<>();
    entries.forEach(entry -> entry.versions().forEach(version -> others.add(version.from())));
    others.remove(born);
    List<Long> times = new ArrayList<>(others);
    body.number(times.size());
    times.forEach(time -> body.signed(time - born));
    for (Entry entry : entries) {
      body.number(entry.versions().size());
      for (Version version : entry.versions()) {
        int time = version.from() == born ? 0 : 1 + times.indexOf(version.from());
        body.number(time * 2L + (version.facts() == null ? 0 : 1));
      }
    }
  }

  /** Versions whose facts, where there are some, are still to be read. */
  private static List<List<Version>> readTimes(ByteReader body, int count, long born) {
    List<Long> times = new ArrayList<>(List.of(born));
    int others = body.integer();
    for (int i = 0; i < others; i++) {
      times.add(born + body.signed());
    }
    List<List<Version>> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int size = body.integer();
      List<Version> versions = new ArrayList<>(size);
      for (int v = 0; v < size; v++) {
        int code = body.integer();
        versions.add(new Version(times.get(code / 2), code % 2 == 0 ? null : UNREAD));
      }
      all.add(versions);
    }
    return all;
  }

  private static final UserFacts UNREAD =
      new UserFacts(
          new Pseudonym("~aaaaaaaaaaaaaaaaaaaaaaaaaa"), List.of(), java.util.Map.of(), false);

  private static <T> List<T> facts(List<Entry> entries, Class<T> type) {
    return entries.stream()
        .flatMap(entry -> entry.versions().stream())
        .map(Version::facts)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static <T> List<T> repeated(
      List<String> keys, List<List<Version>> times, java.util.function.Function<String, T> of) {
    List<T> repeated = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      T value = of.apply(keys.get(i));
      times.get(i).stream().filter(v -> v.facts() != null).forEach(v -> repeated.add(value));
    }
    return repeated;
  }

  static Pseudonym user(String key) {
    return new Pseudonym(key.substring(key.indexOf('\0') + 1));
  }

  static EntityRef ref(String key) {
    int name = key.indexOf('\0');
    int namespace = key.lastIndexOf('\0');
    return new EntityRef(
        key.substring(0, name), key.substring(namespace + 1), key.substring(name + 1, namespace));
  }
}
