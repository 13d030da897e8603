package dev.housecount.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the portal.
 *
 * @param path with what the address has behind it
 * @param plugin whose page it is; null for one of the portal's own, which no plugin is said to have
 * @param old what the old frontend system says of it; null for a page without a route ref
 * @param extension what the new one says
 * @param params of the route
 * @param entity whose page it is; null where it is none's
 */
record Page(
    String path,
    @Nullable String plugin,
    @Nullable Old old,
    String extension,
    Map<String, Object> params,
    @Nullable String entity) {
  /** How the old frontend system calls a page. */
  record Old(String plugin, String routeRef, String extension) {}

  private static final Old ENTITY = new Old("catalog", "catalog:entity", "CatalogEntityPage");

  /** The tools that the portal has on pages of their own; the popular ones first. */
  static final List<String> TOOLS =
      List.of(
          "api-docs",
          "tech-radar",
          "kubernetes",
          "cost-insights",
          "notifications",
          "explore",
          "devtools",
          "lighthouse");

  /** The tools on entities' pages; the popular ones first. */
  static final List<String> TABS =
      List.of("kubernetes", "github-actions", "sonarqube", "pagerduty", "grafana", "todo");

  /** What the portal's own developers made; the popular ones first. */
  static final List<String> OWN =
      List.of(
          "learning/paths",
          "golden-paths/java",
          "on-call/week",
          "learning/events",
          "golden-paths/cloud");

  static Page home() {
    return plain("/", "home", new Old("home", "home:root", "HomepageCompositionRoot"), "page:home");
  }

  static Page index(String kind) {
    Old old = new Old("catalog", "catalog:index", "CatalogIndexPage");
    return plain("/catalog?filters%5Bkind%5D=" + kind, "catalog", old, "page:catalog");
  }

  static Page entity(String ref) {
    return new Page(
        "/catalog/" + address(ref), "catalog", ENTITY, "page:catalog/entity", params(ref), ref);
  }

  /** The old system reports an entity's tab as the entity's page, the new one as the tool's. */
  static Page tab(String ref, String tool) {
    String extension = "entity-content:" + tool + "/" + tool;
    return new Page(
        "/catalog/" + address(ref) + "/" + tool, tool, ENTITY, extension, params(ref), ref);
  }

  static Page docs(String ref, String chapter) {
    Old old = new Old("techdocs", "techdocs:reader-page", "TechDocsReaderPage");
    String path = "/docs/" + address(ref) + "/" + chapter;
    return new Page(path, "techdocs", old, "page:techdocs/reader", params(ref), ref);
  }

  static Page search(String term) {
    Old old = new Old("search", "search", "SearchPage");
    return plain("/search?query=" + term.replace(' ', '+'), "search", old, "page:search");
  }

  static Page create() {
    Old old = new Old("scaffolder", "scaffolder", "ScaffolderPage");
    return plain("/create", "scaffolder", old, "page:scaffolder");
  }

  static Page form(Template template) {
    Old old = new Old("scaffolder", "scaffolder:selected-template", "ScaffolderPage");
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("namespace", Thing.NAMESPACE);
    params.put("templateName", template.name());
    String path = "/create/templates/" + Thing.NAMESPACE + "/" + template.name();
    return new Page(path, "scaffolder", old, "page:scaffolder", params, template.ref());
  }

  static Page task(Template template, String task) {
    Old old = new Old("scaffolder", "scaffolder:task", "ScaffolderPage");
    Map<String, Object> params = Map.of("taskId", task);
    String path = "/create/tasks/" + task;
    return new Page(path, "scaffolder", old, "page:scaffolder", params, template.ref());
  }

  static Page tool(String id) {
    return plain("/" + id, id, new Old(id, id + ":root", "RoutablePage"), "page:" + id);
  }

  static Page own(String path) {
    return plain("/" + path, null, null, "page:app/" + path.substring(0, path.indexOf('/')));
  }

  /** The same page at one of its headings. */
  Page at(String heading) {
    return new Page(path + "#" + heading, plugin, old, extension, params, entity);
  }

  private static Page plain(
      String path, @Nullable String plugin, @Nullable Old old, String extension) {
    return new Page(path, plugin, old, extension, Map.of(), null);
  }

  /** {@code component:default/petstore} as {@code default/component/petstore}. */
  private static String address(String ref) {
    Map<String, Object> params = params(ref);
    return params.get("namespace") + "/" + params.get("kind") + "/" + params.get("name");
  }

  private static Map<String, Object> params(String ref) {
    int colon = ref.indexOf(':');
    int slash = ref.indexOf('/');
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("namespace", ref.substring(colon + 1, slash));
    params.put("kind", ref.substring(0, colon).toLowerCase(Locale.ROOT));
    params.put("name", ref.substring(slash + 1));
    return params;
  }
}
