package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.TextColumn;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Facts of one kind, column by column: what is alike stands together, and deflates well. */
final class FactColumns {
  private final Words words;
  private final WordColumn column;

  FactColumns(Words words) {
    this.words = words;
    this.column = new WordColumn(words);
  }

  void writeEntities(ByteWriter to, List<EntityFacts> rows) {
    texts(to, rows, EntityFacts::type);
    texts(to, rows, EntityFacts::lifecycle);
    column.write(to, values(rows, EntityFacts::owner));
    texts(to, rows, row -> title(row.title(), row.ref().name()));
    texts(to, rows, row -> text(row.minutesSaved()));
    texts(to, rows, row -> text(row.sourceTemplate()));
    texts(to, rows, row -> text(row.createdAt()));
    fields(to, rows, EntityFacts::fields);
    places(to, values(rows, EntityFacts::group));
  }

  /**
   * @param mixed whether words stand row by row, as in the first format
   */
  List<EntityFacts> readEntities(ByteReader from, List<EntityRef> refs, boolean mixed) {
    int rows = refs.size();
    List<@Nullable String> types = texts(from, rows);
    List<@Nullable String> lifecycles = texts(from, rows);
    List<@Nullable String> owners = mixed ? rows(rows, () -> word(from)) : column.read(from, rows);
    List<@Nullable String> titles = texts(from, rows);
    List<@Nullable String> minutes = texts(from, rows);
    List<@Nullable String> templates = texts(from, rows);
    List<@Nullable String> times = texts(from, rows);
    List<Map<String, FieldValue>> fields = fields(from, rows);
    List<@Nullable GroupPlace> places = mixed ? rows(rows, () -> place(from)) : places(from, rows);
    List<EntityFacts> facts = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      facts.add(
          new EntityFacts(
              refs.get(i),
              types.get(i),
              lifecycles.get(i),
              owners.get(i),
              untitle(titles.get(i), refs.get(i).name()),
              fields.get(i),
              of(minutes.get(i), Double::valueOf),
              of(templates.get(i), FactColumns::ref),
              of(times.get(i), Instant::parse),
              places.get(i)));
    }
    return facts;
  }

  void writeUsers(ByteWriter to, List<UserFacts> rows) {
    rows.forEach(row -> to.flag(row.counted()));
    column.writeLists(to, rows.stream().map(row -> texts(row.groups())).toList());
    fields(to, rows, UserFacts::identity);
  }

  /**
   * @param mixed as for entities
   */
  List<UserFacts> readUsers(ByteReader from, List<Pseudonym> users, boolean mixed) {
    int rows = users.size();
    List<Boolean> counted = rows(rows, from::flag);
    List<List<EntityRef>> groups = mixed ? rows(rows, () -> refs(from)) : refLists(from, rows);
    List<Map<String, FieldValue>> identity = fields(from, rows);
    List<UserFacts> facts = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      facts.add(new UserFacts(users.get(i), groups.get(i), identity.get(i), counted.get(i)));
    }
    return facts;
  }

  private void places(ByteWriter to, List<? extends @Nullable GroupPlace> rows) {
    rows.forEach(place -> to.number(place == null ? 0 : place.shown() ? 1 : 2));
    List<GroupPlace> there =
        rows.stream().filter(Objects::nonNull).<GroupPlace>map(p -> p).toList();
    column.writeLists(to, there.stream().map(place -> texts(place.parents())).toList());
    column.writeLists(to, there.stream().map(place -> texts(place.children())).toList());
  }

  private List<@Nullable GroupPlace> places(ByteReader from, int rows) {
    List<Integer> codes = rows(rows, from::integer);
    int there = Math.toIntExact(codes.stream().filter(code -> code > 0).count());
    Iterator<List<EntityRef>> parents = refLists(from, there).iterator();
    Iterator<List<EntityRef>> children = refLists(from, there).iterator();
    return values(
        codes,
        code -> code == 0 ? null : new GroupPlace(parents.next(), children.next(), code == 1));
  }

  private @Nullable GroupPlace place(ByteReader from) {
    int code = from.integer();
    return code == 0 ? null : new GroupPlace(refs(from), refs(from), code == 1);
  }

  private static List<String> texts(List<EntityRef> refs) {
    return refs.stream().map(EntityRef::toString).toList();
  }

  private List<List<EntityRef>> refLists(ByteReader from, int rows) {
    return column.readLists(from, rows).stream()
        .map(list -> list.stream().map(word -> ref(Objects.requireNonNull(word))).toList())
        .toList();
  }

  private @Nullable String word(ByteReader from) {
    return words.word(from.integer(), from);
  }

  private List<EntityRef> refs(ByteReader from) {
    int count = from.integer();
    return rows(count, () -> ref(Objects.requireNonNull(word(from))));
  }

  static EntityRef ref(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/', colon);
    return new EntityRef(
        text.substring(0, colon), text.substring(colon + 1, slash), text.substring(slash + 1));
  }

  /** Most titles are the name, written out. */
  private static @Nullable String title(@Nullable String title, String name) {
    return title == null ? null : title.equals(written(name)) ? "" : "=" + title;
  }

  private static @Nullable String untitle(@Nullable String title, String name) {
    return title == null ? null : title.isEmpty() ? written(name) : title.substring(1);
  }

  private static String written(String name) {
    StringBuilder written = new StringBuilder();
    for (String word : name.split("[-_.]", -1)) {
      String first = word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT);
      written.append(' ').append(first).append(word, Math.min(1, word.length()), word.length());
    }
    return written.substring(1);
  }

  private static <T> void texts(ByteWriter to, List<T> rows, Function<T, @Nullable String> column) {
    TextColumn texts = new TextColumn();
    rows.forEach(row -> texts.write(to, column.apply(row)));
  }

  private static List<@Nullable String> texts(ByteReader from, int rows) {
    TextColumn texts = new TextColumn();
    return rows(rows, () -> texts.read(from));
  }

  /** As {@link TextColumn}: many have the same. */
  private static <T> void fields(
      ByteWriter to, List<T> rows, Function<T, Map<String, FieldValue>> column) {
    Map<Map<String, FieldValue>, Integer> written = new HashMap<>();
    for (T row : rows) {
      Map<String, FieldValue> fields = column.apply(row);
      Integer known = written.putIfAbsent(fields, written.size());
      if (known == null) {
        FieldText.write(to.number(0), fields);
      } else {
        to.number(known + 1L);
      }
    }
  }

  private static List<Map<String, FieldValue>> fields(ByteReader from, int rows) {
    List<Map<String, FieldValue>> read = new ArrayList<>();
    return rows(
        rows,
        () -> {
          int code = from.integer();
          if (code == 0) {
            read.add(FieldText.read(from));
          }
          return read.get(code == 0 ? read.size() - 1 : code - 1);
        });
  }

  private static <T extends @Nullable Object> List<T> rows(int rows, Supplier<T> next) {
    List<T> read = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      read.add(next.get());
    }
    return read;
  }

  private static <T, R extends @Nullable Object> List<R> values(
      List<T> rows, Function<T, R> value) {
    List<R> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(value.apply(row)));
    return values;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> @Nullable T of(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }
}
