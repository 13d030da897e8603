package dev.housecount.edge.backstage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.edge.backstage.CatalogException.Reason;
import dev.housecount.event.EntityRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A portal's catalog, through its REST API as Backstage has it from 1.20 to 1.57. */
public final class CatalogClient {
  /** Entities of one answer. */
  static final int PAGE = 1_000;

  /** Backstage takes about 100 KB of question. */
  static final int MOST_REFS = 500;

  /** A page of entities with everything that was asked for is some hundred KB. */
  static final long MAX_BYTES = 64L * 1024 * 1024;

  /** Begins what stands for a cursor where the catalog has none. */
  private static final String OFFSET = "offset:";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String base;
  private final WantedFields fields;
  private final Fetch fetch;

  /**
   * @param address base URL of the portal's backend: HTTPS, or of this machine
   * @param token asked for with each request; empty to send none
   * @param fields to ask for, beyond those that are always kept
   * @param patience how long a request may take in all; asked when it begins
   * @throws IllegalArgumentException when the address is none to send a token to
   */
  public CatalogClient(
      String address,
      Supplier<String> token,
      Collection<String> fields,
      Supplier<Duration> patience) {
    this(address, new WantedFields(fields), new Fetch(token, patience, MAX_BYTES));
  }

  CatalogClient(String address, WantedFields fields, Fetch fetch) {
    this.base = PortalAddress.checked(address) + "/api/catalog/";
    this.fields = fields;
    this.fetch = fetch;
  }

  /** Gives out all that the token may read, kind by kind. */
  public void read(Consumer<Map<String, Object>> each) throws CatalogException {
    for (String kind : kinds()) {
      EntityPage page = page(kind, null);
      page.items().forEach(each);
      while (page.next() != null && !page.items().isEmpty()) {
        page = page(kind, page.next());
        page.items().forEach(each);
      }
    }
  }

  /** The kinds of which there are entities, as the catalog writes them, sorted. */
  List<String> kinds() throws CatalogException {
    return fetch.ask(
        address("entity-facets", new Query().with("facet", "kind")),
        null,
        json -> AnswerReader.facet(json, "kind"));
  }

  /**
   * Entities of a kind, by name.
   *
   * @param cursor null for the first page, else where the page before leads to
   */
  EntityPage page(String kind, @Nullable String cursor) throws CatalogException {
    if (cursor != null && cursor.startsWith(OFFSET)) {
      return pageByOffset(kind, Integer.parseInt(cursor.substring(OFFSET.length())));
    }
    Query query = new Query();
    if (cursor == null) {
      query.with("filter", "kind=" + kind).with("orderField", "metadata.name,asc");
    } else {
      query.with("cursor", cursor);
    }
    query.with("limit", PAGE).with("fields", fields.of(kind));
    try {
      return fetch.ask(address("entities/by-query", query), null, AnswerReader::page);
    } catch (CatalogException e) {
      if (cursor == null && e.reason() == Reason.NOT_THERE) {
        return pageByOffset(kind, 0);
      }
      throw e;
    }
  }

  /** As a catalog without {@code by-query} has it. */
  private EntityPage pageByOffset(String kind, int offset) throws CatalogException {
    Query query =
        new Query()
            .with("filter", "kind=" + kind)
            .with("order", "asc:metadata.name")
            .with("limit", PAGE)
            .with("offset", offset)
            .with("fields", fields.of(kind));
    List<Map<String, Object>> items =
        fetch.ask(address("entities", query), null, AnswerReader::list);
    String next = items.size() < PAGE ? null : OFFSET + (offset + items.size());
    return new EntityPage(items, next, -1);
  }

  /**
   * How many entities the catalog itself counts.
   *
   * @param branches of which any has to match; in the form of the parameter {@code filter}
   * @return -1 when this catalog cannot count
   */
  int count(List<String> branches) throws CatalogException {
    try {
      return count(branches, 0);
    } catch (CatalogException e) {
      return switch (e.reason()) {
        case NOT_UNDERSTOOD -> count(branches, 1); // Backstage 1.17 wants at least one
        case NOT_THERE -> -1;
        default -> throw e;
      };
    }
  }

  private int count(List<String> branches, int limit) throws CatalogException {
    Query query = new Query();
    branches.forEach(branch -> query.with("filter", branch));
    query.with("limit", limit).with("fields", "kind");
    return fetch.ask(address("entities/by-query", query), null, AnswerReader::page).total();
  }

  /** The entities of these refs, in their order; null for those that are not there. */
  List<@Nullable Map<String, Object>> byRefs(List<EntityRef> refs) throws CatalogException {
    List<@Nullable Map<String, Object>> found = new ArrayList<>();
    for (int from = 0; from < refs.size(); from += MOST_REFS) {
      List<EntityRef> some = refs.subList(from, Math.min(from + MOST_REFS, refs.size()));
      List<@Nullable Map<String, Object>> answer =
          fetch.ask(address("entities/by-refs", new Query()), question(some), AnswerReader::byRefs);
      if (answer.size() != some.size()) {
        throw new CatalogException(Reason.NO_CATALOG);
      }
      found.addAll(answer);
    }
    return found;
  }

  private byte[] question(List<EntityRef> refs) {
    // In lower case, as refs are: the catalog before Backstage 1.52 does not find others.
    List<String> texts = refs.stream().map(EntityRef::toString).toList();
    List<String> wanted = List.of(fields.of(refs.get(0).kind()).split(","));
    try {
      return JSON.writeValueAsBytes(Map.of("entityRefs", texts, "fields", wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // texts only
    }
  }

  private URI address(String path, Query query) {
    return URI.create(base + path + query);
  }

  /** Parameters in their order. */
  private static final class Query {
    private final StringBuilder text = new StringBuilder();

    Query with(String name, Object value) {
      text.append(text.isEmpty() ? '?' : '&').append(name).append('=');
      text.append(URLEncoder.encode(value.toString(), UTF_8));
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
