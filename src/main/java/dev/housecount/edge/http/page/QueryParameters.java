package dev.housecount.edge.http.page;

import dev.housecount.collect.Timestamps;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.event.EntityRef;
import dev.housecount.event.PagePath;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.query.CatalogFilter;
import dev.housecount.query.EventFilter;
import dev.housecount.query.EventQuery;
import dev.housecount.scrub.Scrubber;
import dev.housecount.store.Order;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of {@code GET /query}. */
public final class QueryParameters {
  public static final String CURSOR = "cursor";

  /** Whether CSV begins with a byte-order mark: some spreadsheets read UTF-8 only so. */
  private static final String MARK = "bom";

  private static final List<String> NAMES =
      List.of(
          "portal",
          "action",
          "subject",
          "pluginId",
          "section",
          "user",
          "entity",
          "marked",
          "kind",
          "type",
          "lifecycle",
          "owner",
          "team",
          "direct",
          "from",
          "to",
          "order",
          "limit",
          MARK,
          CURSOR);

  private final Pseudonymizer pseudonymizer;
  private final Scrubber scrubber;

  public QueryParameters(Pseudonymizer pseudonymizer, Scrubber scrubber) {
    this.pseudonymizer = pseudonymizer;
    this.scrubber = scrubber;
  }

  /** What was asked for, where the page before ended, and whether CSV begins with a mark. */
  public record Parsed(EventQuery query, @Nullable String cursor, boolean byteOrderMark) {}

  /**
   * @throws ProblemException naming the parameter that is wrong
   */
  public Parsed parse(Map<String, List<String>> given) {
    for (String name : given.keySet()) {
      if (!NAMES.contains(name)) {
        // The name is not repeated: it may be anything.
        throw bad("There is an unknown parameter; /query knows " + String.join(", ", NAMES) + ".");
      }
    }
    String action = get(given, "action", Function.identity());
    EventFilter filter =
        new EventFilter(
            get(given, "portal", Function.identity()),
            action,
            get(given, "subject", subject -> subject(subject, action)),
            get(given, "pluginId", Function.identity()),
            get(given, "section", Function.identity()),
            get(given, "user", this::user),
            get(given, "entity", this::entity),
            get(given, "marked", QueryParameters::flag),
            catalog(given));
    Instant from = get(given, "from", QueryParameters::time);
    Instant to = get(given, "to", QueryParameters::time);
    if (from != null && to != null && !from.isBefore(to)) {
      throw bad("\"from\" (inclusive) is before \"to\" (exclusive).");
    }
    Order order = get(given, "order", QueryParameters::order);
    Integer limit = get(given, "limit", QueryParameters::limit);
    EventQuery query =
        new EventQuery(
            filter,
            from,
            to,
            order == null ? Order.DESC : order,
            limit == null ? EventQuery.DEFAULT_LIMIT : limit);
    boolean mark = Boolean.TRUE.equals(get(given, MARK, QueryParameters::flag));
    return new Parsed(query, get(given, CURSOR, Function.identity()), mark);
  }

  /** Each may be given more than once, for any of the values. */
  private CatalogFilter catalog(Map<String, List<String>> given) {
    return new CatalogFilter(
        all(given, "kind", Function.identity()),
        all(given, "type", Function.identity()),
        all(given, "lifecycle", Function.identity()),
        all(given, "owner", owner -> group(owner).toString()),
        all(given, "team", this::group),
        Boolean.TRUE.equals(get(given, "direct", QueryParameters::flag)));
  }

  private static <T> Set<T> all(
      Map<String, List<String>> given, String name, Function<String, T> parser) {
    Set<T> all = new HashSet<>();
    for (String value : given.getOrDefault(name, List.of())) {
      if (value.isEmpty()) {
        throw bad("\"" + name + "\" has a value wherever it is given.");
      }
      all.add(read(name, value, parser));
    }
    return all;
  }

  private static <T> @Nullable T get(
      Map<String, List<String>> given, String name, Function<String, T> parser) {
    List<String> values = given.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1 || values.get(0).isEmpty()) {
      throw bad("\"" + name + "\" is given once, with a value.");
    }
    return read(name, values.get(0), parser);
  }

  private static <T> T read(String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw bad("\"" + name + "\" is " + expectation(name) + ".");
    }
  }

  private static String expectation(String name) {
    return switch (name) {
      case "from", "to" ->
          "a time: ISO 8601 with an offset, a date, or seconds or milliseconds since 1970";
      case "order" -> "asc or desc";
      case "marked", "direct", MARK -> "true or false";
      case "limit" -> "a whole number from 1 to " + EventQuery.MAX_LIMIT;
      case "entity", "owner", "team" -> "an entity ref: [kind:][namespace/]name";
      default -> "not what it should be";
    };
  }

  private String subject(String text, @Nullable String action) {
    String subject = scrubber.subject(text, action);
    // Pages are stored without a slash at the end; before a star it limits the prefix.
    return subject.endsWith("/") ? PagePath.of(subject) : subject;
  }

  private Pseudonym user(String text) {
    return Pseudonym.isPseudonym(text) ? new Pseudonym(text) : pseudonymizer.user(text);
  }

  private EntityRef entity(String text) {
    return ref(text, "component");
  }

  /** An owner or a team; an owner may be a person. */
  private EntityRef group(String text) {
    return ref(text, "group");
  }

  private EntityRef ref(String text, String kind) {
    return EntityRef.parse(text, kind)
        .map(pseudonymizer::entity)
        .orElseThrow(IllegalArgumentException::new);
  }

  private static Instant time(String text) {
    // "+" in a query is a space: an offset that was not encoded. Only behind a date it is one.
    int date = Math.min(text.length(), "yyyy-MM-dd ".length());
    return Timestamps.parseOrDate(text.substring(0, date) + text.substring(date).replace(' ', '+'));
  }

  private static Order order(String text) {
    return Order.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Integer limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > EventQuery.MAX_LIMIT) {
      throw new IllegalArgumentException();
    }
    return limit;
  }

  public static ProblemException bad(String detail) {
    return Problem.badRequest("bad-parameter", detail).asException();
  }
}
