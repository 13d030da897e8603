package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.store.Order;
import dev.housecount.store.RecordKey;
import dev.housecount.store.RecordRange;
import dev.housecount.store.RecordStore;
import dev.housecount.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Generations that are not complete, and their pages. All of it goes by itself. */
final class Generations {
  private static final Duration KEPT = Catalog.PATIENCE.multipliedBy(2);
  private static final int MOST = 10_000;
  private static final int AT_ONCE = 500;

  /** Of what a record may hold. */
  private static final int PART_BYTES = 300_000;

  private static final String END = ":"; // beyond the digits and the slash

  private final RecordStore store;

  Generations(RecordStore store) {
    this.store = store;
  }

  /**
   * A generation that has begun and can be completed.
   *
   * @param began when its first page arrived, in milliseconds since 1970
   */
  record Open(String portal, String name, long began) {}

  /** The generation, begun now if it was not, or is complete or forgotten. */
  Open begin(String portal, String name, Head head, long now) {
    while (true) {
      StoredRecord there = record(portal, name);
      Open open = there == null ? null : open(portal, name, there);
      if (open != null && isLive(open, now) && !head.isDone(name, open.began)) {
        return open;
      }
      long began = open == null ? now : Math.max(now, open.began + 1);
      long version = there == null ? 0 : there.version();
      StoredRecord begun =
          new StoredRecord(
              key(portal, name),
              version + 1,
              new ByteWriter().number(began).toBytes(),
              Instant.ofEpochMilli(began).plus(KEPT));
      if (store.put(begun, version)) {
        return new Open(portal, name, began);
      }
    }
  }

  /** The generation if it has begun and is not forgotten; it may be complete. */
  @Nullable Open find(String portal, String name, long now) {
    StoredRecord there = record(portal, name);
    Open open = there == null ? null : open(portal, name, there);
    return open != null && isLive(open, now) ? open : null;
  }

  /** All that have begun, complete or not. */
  List<Open> all(String portal) {
    return store
        .read(new RecordRange(partition(portal), "", "\uffff", Order.ASC, MOST, true))
        .stream()
        .map(record -> open(portal, record.key().sort(), record))
        .toList();
  }

  private static boolean isLive(Open open, long now) {
    return now < open.began + Catalog.PATIENCE.toMillis();
  }

  private static Open open(String portal, String name, StoredRecord record) {
    return new Open(portal, name, new ByteReader(record.data()).number());
  }

  private @Nullable StoredRecord record(String portal, String name) {
    List<StoredRecord> found = store.get(List.of(key(portal, name)), true);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Keeps a page, in the place of the one of its number. */
  void put(Open open, StagedPage page, String id) {
    byte[] data = page.encode();
    int parts = (data.length + PART_BYTES - 1) / PART_BYTES;
    for (int i = 1; i < parts; i++) {
      put(open, sort(open, page.number()) + "/" + id + "/" + i, part(data, i));
    }
    byte[] first = new ByteWriter().text(id).number(parts).raw(part(data, 0)).toBytes();
    put(open, sort(open, page.number()), first); // last: now the page is there
  }

  private static byte[] part(byte[] data, int part) {
    int from = part * PART_BYTES;
    return Arrays.copyOfRange(data, from, Math.min(data.length, from + PART_BYTES));
  }

  private void put(Open open, String sort, byte[] data) {
    Instant end = Instant.ofEpochMilli(open.began).plus(KEPT);
    store.putAll(List.of(new StoredRecord(new RecordKey(partition(open), sort), 1, data, end)));
  }

  /** The pages that are there, by their numbers. */
  SortedMap<Integer, StagedPage> pages(Open open) {
    SortedMap<Integer, StagedPage> pages = new TreeMap<>();
    List<StoredRecord> all = records(open);
    SortedMap<String, byte[]> parts = new TreeMap<>();
    all.forEach(record -> parts.put(record.key().sort(), record.data()));
    for (StoredRecord record : all) {
      if (record.key().sort().indexOf('/') == record.key().sort().lastIndexOf('/')) {
        StagedPage page = page(record, parts);
        if (page != null) {
          pages.put(page.number(), page);
        }
      }
    }
    return pages;
  }

  /** Takes a page away: its sender has to send it again. */
  void delete(Open open, int page) {
    String sort = sort(open, page);
    RecordRange parts =
        new RecordRange(partition(open), sort, sort + END, Order.ASC, AT_ONCE, true);
    store.delete(store.read(parts).stream().map(StoredRecord::key).toList());
  }

  private static @Nullable StagedPage page(StoredRecord first, SortedMap<String, byte[]> parts) {
    ByteReader reader = new ByteReader(first.data());
    String id = reader.text();
    int count = reader.integer();
    ByteWriter whole = new ByteWriter().raw(reader.rest());
    for (int i = 1; i < count; i++) {
      byte[] part = parts.get(first.key().sort() + "/" + id + "/" + i);
      if (part == null) {
        return null;
      }
      whole.raw(part);
    }
    return StagedPage.decode(whole.toBytes());
  }

  private List<StoredRecord> records(Open open) {
    String from = time(open) + "/";
    String end = time(open) + END;
    List<StoredRecord> all = new ArrayList<>();
    List<StoredRecord> some;
    do {
      some = store.read(new RecordRange(partition(open), from, end, Order.ASC, AT_ONCE, true));
      all.addAll(some);
      from = some.isEmpty() ? end : some.get(some.size() - 1).key().sort() + "\0";
    } while (some.size() == AT_ONCE);
    return all;
  }

  private static RecordKey key(String portal, String name) {
    return new RecordKey(partition(portal), name);
  }

  private static String partition(String portal) {
    return portal + "#generations";
  }

  private static String partition(Open open) {
    return open.portal + "#pages#" + open.name;
  }

  private static String time(Open open) {
    return String.format(Locale.ROOT, "%015d", open.began);
  }

  private static String sort(Open open, int page) {
    return time(open) + "/" + String.format(Locale.ROOT, "%05d", page);
  }
}
