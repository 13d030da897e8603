package dev.housecount.testing;

import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Events as a portal's users cause them, from a seed: people with sessions who look at entities,
 * docs and templates, search and click. The mix and the shapes follow Backstage's own plugins.
 */
public final class PortalTraffic {
  private static final List<String> WORDS =
      List.of(
          "payments",
          "ledger",
          "checkout",
          "identity",
          "fraud",
          "search",
          "catalog",
          "billing",
          "notification",
          "gateway",
          "inventory",
          "pricing",
          "shipping",
          "risk",
          "onboarding",
          "reporting",
          "scheduler",
          "document",
          "media",
          "audit");
  private static final List<String> PARTS =
      List.of("api", "service", "worker", "web", "db", "ui", "lib", "job", "proxy", "events");

  /** So many are called alike. */
  private static final int NUMBERED = 40;

  private final Random random;
  private final boolean newFrontend;
  private final boolean withIds;

  /**
   * @param newFrontend which of Backstage's two frontend systems the portal runs
   * @param withIds whether the sender gives its events random ids (UUIDv4), the least compressible
   */
  public PortalTraffic(long seed, boolean newFrontend, boolean withIds) {
    this.random = new Random(seed);
    this.newFrontend = newFrontend;
    this.withIds = withIds;
  }

  /** The names of all entities, those that are visited most first. */
  public static List<String> entities() {
    List<String> names = new ArrayList<>();
    for (int number = -1; number < NUMBERED; number++) {
      for (String word : WORDS) {
        for (String part : PARTS) {
          names.add(word + "-" + part + (number < 0 ? "" : "-" + number));
        }
      }
    }
    return names;
  }

  /** Some events of one user in one session, a few seconds apart, the last at the given time. */
  public List<RawEvent> session(String user, Instant end, int count) {
    String session = uuid();
    List<RawEvent> events = new ArrayList<>(count);
    Instant at = end;
    for (int i = 0; i < count; i++) {
      events.add(0, event(user, session, at));
      at = at.minusMillis(500 + random.nextInt(2000));
    }
    return events;
  }

  private RawEvent event(String user, String session, Instant at) {
    String entity =
        pick(WORDS)
            + "-"
            + pick(PARTS)
            + (random.nextInt(3) == 0 ? "-" + random.nextInt(NUMBERED) : "");
    int kind = random.nextInt(100);
    if (kind < 35) {
      return navigate(
          user,
          session,
          at,
          "/catalog/default/component/" + entity,
          route(entity),
          "catalog",
          "entity",
          "catalog:entity",
          "CatalogEntityPage");
    }
    if (kind < 50) {
      return navigate(
          user,
          session,
          at,
          "/catalog?filters[kind]=component",
          Map.of(),
          "catalog",
          "home",
          "catalog:index",
          "CatalogIndexPage");
    }
    if (kind < 60) {
      return navigate(
          user,
          session,
          at,
          "/docs/default/component/" + entity + "/" + pick(WORDS),
          route(entity),
          "techdocs",
          "reader",
          "techdocs:reader-page",
          "TechDocsReaderPage");
    }
    if (kind < 75) {
      Map<String, FieldValue> to =
          Map.of("to", text("/catalog/default/component/" + entity + "?tab=" + pick(PARTS)));
      return raw(
          "click",
          pick(WORDS) + " " + pick(PARTS),
          null,
          to,
          context(
              "catalog",
              "entity",
              "catalog:entity",
              "CatalogEntityPage",
              "component:default/" + entity),
          user,
          session,
          at);
    }
    if (kind < 90) {
      return raw(
          "search",
          pick(WORDS) + " " + pick(PARTS),
          (double) random.nextInt(30),
          Map.of(),
          context("search", "page", "search", "SearchPage", null),
          user,
          session,
          at);
    }
    return raw(
        "discover",
        entity,
        (double) random.nextInt(10),
        Map.of("to", text("/catalog/default/component/" + entity)),
        context("search", "page", "search", "SearchPage", null),
        user,
        session,
        at);
  }

  private RawEvent navigate(
      String user,
      String session,
      Instant at,
      String path,
      Map<String, FieldValue> attributes,
      String plugin,
      String page,
      String routeRef,
      String extension) {
    return raw(
        "navigate",
        path,
        null,
        attributes,
        context(plugin, page, routeRef, extension, null),
        user,
        session,
        at);
  }

  private RawEvent raw(
      String action,
      String subject,
      Double value,
      Map<String, FieldValue> attributes,
      Map<String, FieldValue> context,
      String user,
      String session,
      Instant at) {
    return new RawEvent(
        withIds ? uuid() : null,
        action,
        subject,
        value,
        new LinkedHashMap<>(attributes),
        context,
        user,
        session,
        at);
  }

  private Map<String, FieldValue> context(
      String plugin, String page, String routeRef, String extension, String entityRef) {
    Map<String, FieldValue> context = new LinkedHashMap<>();
    context.put("pluginId", text(plugin));
    if (newFrontend) {
      context.put("extensionId", text("page:" + plugin + "/" + page));
    } else {
      context.put("routeRef", text(routeRef));
      context.put("extension", text(extension));
    }
    if (entityRef != null) {
      context.put("entityRef", text(entityRef));
    }
    return context;
  }

  private static Map<String, FieldValue> route(String name) {
    Map<String, FieldValue> route = new LinkedHashMap<>();
    route.put("namespace", text("default"));
    route.put("kind", text("component"));
    route.put("name", text(name));
    return route;
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String uuid() {
    return new UUID(
            (random.nextLong() & ~0xf000L) | 0x4000L,
            (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L)
        .toString();
  }
}
