package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one entity: what held from when on.
 *
 * @param key kind, name and namespace, or of a person the pseudonym: see {@link #key}
 * @param page the one in which it came last when this was written; a hint only
 * @param versions at least one, oldest first, no two alike in a row
 */
record Entry(String key, int page, List<Version> versions) {
  private static final char END = '\0';

  Entry {
    versions = List.copyOf(versions);
  }

  /**
   * What held from a time on.
   *
   * @param from in milliseconds since 1970
   * @param facts null for nothing: the catalog did not have the entity
   */
  record Version(long from, @Nullable CapturedEntity facts) {}

  static String key(EntityRef ref) {
    return ref.kind() + END + ref.name() + END + ref.namespace();
  }

  static String key(Pseudonym user) {
    return EntityRef.USER + END + user.value();
  }

  static String key(CapturedEntity entity) {
    return entity instanceof UserFacts user ? key(user.user()) : key(((EntityFacts) entity).ref());
  }

  static String kind(String key) {
    return key.substring(0, key.indexOf(END));
  }

  /** Less than every key of the kind. */
  static String from(String kind) {
    return kind + END;
  }

  /** More than every key of the kind, and no more than those of the next. */
  static String beyond(String kind) {
    return kind + (char) (END + 1);
  }

  /** What holds now. */
  @Nullable CapturedEntity current() {
    return versions.get(versions.size() - 1).facts();
  }

  /** What held at a time, in milliseconds since 1970. */
  @Nullable CapturedEntity at(long time) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (versions.get(i).from() <= time) {
        return versions.get(i).facts();
      }
    }
    return null;
  }

  /** With what holds from a time on; as it is where that held before. */
  Entry with(long from, @Nullable CapturedEntity facts, int inPage) {
    List<Version> more = new ArrayList<>(versions);
    more.add(new Version(from, facts));
    return new Entry(key, inPage, distinct(more));
  }

  /** Without what something else superseded before a time; null when nothing is left. */
  @Nullable Entry since(long time) {
    int first = 0;
    while (first + 1 < versions.size() && versions.get(first + 1).from() <= time) {
      first++;
    }
    boolean gone = versions.get(first).facts() == null;
    if (gone && first == versions.size() - 1) {
      return versions.get(first).from() <= time ? null : this;
    }
    return first == 0 ? this : new Entry(key, page, versions.subList(first, versions.size()));
  }

  /** When something in it was superseded first; {@link Long#MAX_VALUE} when nothing was. */
  long firstSuperseded() {
    return versions.size() > 1
        ? versions.get(1).from()
        : current() == null ? versions.get(0).from() : Long.MAX_VALUE;
  }

  /** With all facts changed in one way; the key is another where the entity's is. */
  Entry map(UnaryOperator<CapturedEntity> change) {
    List<Version> mapped = new ArrayList<>();
    String mappedKey = key;
    for (Version version : versions) {
      CapturedEntity facts = version.facts() == null ? null : change.apply(version.facts());
      mapped.add(new Version(version.from(), facts));
      mappedKey = facts == null ? mappedKey : key(facts);
    }
    return new Entry(mappedKey, page, distinct(mapped));
  }

  private static List<Version> distinct(List<Version> versions) {
    List<Version> distinct = new ArrayList<>();
    for (Version version : versions) {
      Version before = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      if (before == null || !java.util.Objects.equals(before.facts(), version.facts())) {
        distinct.add(version);
      }
    }
    return distinct;
  }
}
