package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

  FactColumns(Words words) {
    this.words = words;
  }

  void writeEntities(ByteWriter to, List<EntityFacts> rows) {
    texts(to, rows, EntityFacts::type);
    texts(to, rows, EntityFacts::lifecycle);
    rows.forEach(row -> words.write(to, row.owner()));
    texts(to, rows, row -> title(row.title(), row.ref().name()));
    texts(to, rows, row -> text(row.minutesSaved()));
    texts(to, rows, row -> text(row.sourceTemplate()));
    texts(to, rows, row -> text(row.createdAt()));
    fields(to, rows, EntityFacts::fields);
    rows.forEach(row -> place(to, row.group()));
  }

  List<EntityFacts> readEntities(ByteReader from, List<EntityRef> refs) {
    int rows = refs.size();
    List<@Nullable String> types = texts(from, rows);
    List<@Nullable String> lifecycles = texts(from, rows);
    List<@Nullable String> owners = rows(rows, () -> words.read(from));
    List<@Nullable String> titles = texts(from, rows);
    List<@Nullable String> minutes = texts(from, rows);
    List<@Nullable String> templates = texts(from, rows);
    List<@Nullable String> times = texts(from, rows);
    List<Map<String, FieldValue>> fields = fields(from, rows);
    List<@Nullable GroupPlace> places = rows(rows, () -> place(from));
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
    rows.forEach(row -> refs(to, row.groups()));
    fields(to, rows, UserFacts::identity);
  }

  List<UserFacts> readUsers(ByteReader from, List<Pseudonym> users) {
    int rows = users.size();
    List<Boolean> counted = rows(rows, from::flag);
    List<List<EntityRef>> groups = rows(rows, () -> refs(from));
    List<Map<String, FieldValue>> identity = fields(from, rows);
    List<UserFacts> facts = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      facts.add(new UserFacts(users.get(i), groups.get(i), identity.get(i), counted.get(i)));
    }
    return facts;
  }

  private void place(ByteWriter to, @Nullable GroupPlace place) {
    to.number(place == null ? 0 : place.shown() ? 1 : 2);
    if (place != null) {
      refs(to, place.parents());
      refs(to, place.children());
    }
  }

  private @Nullable GroupPlace place(ByteReader from) {
    int code = from.integer();
    return code == 0 ? null : new GroupPlace(refs(from), refs(from), code == 1);
  }

  private void refs(ByteWriter to, List<EntityRef> refs) {
    to.number(refs.size());
    refs.forEach(ref -> words.write(to, ref.toString()));
  }

  private List<EntityRef> refs(ByteReader from) {
    int count = from.integer();
    return rows(count, () -> ref(Objects.requireNonNull(words.read(from))));
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

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> @Nullable T of(@Nullable String text, Function<String, T> parse) {
    return text == null ? null : parse.apply(text);
  }
}
