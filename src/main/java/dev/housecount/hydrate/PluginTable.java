package dev.housecount.hydrate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which plugin a page is of. Routes are what a path begins with, tabs what follows the entity's
 * name on an entity's page. Several may begin a path: the longest counts.
 */
public final class PluginTable {
  /** The plugin whose routes have the pages of entities: {@code route/namespace/kind/name/tab}. */
  static final String CATALOG = "catalog";

  private final PathTable routes;
  private final PathTable tabs;

  private PluginTable(PathTable routes, PathTable tabs) {
    this.routes = routes;
    this.tabs = tabs;
  }

  /** What holds where the portal's routes are the usual ones. */
  public static PluginTable standard() {
    return new PluginTable(
        new PathTable(StandardPlugins.ROUTES), new PathTable(StandardPlugins.TABS));
  }

  /**
   * This table with a portal's own routes, which go before the usual ones.
   *
   * @param entries such as {@code /wiki=techdocs}; {@code /=home} is the first page only, {@code
   *     /wiki=-} no plugin's
   * @throws IllegalArgumentException when an entry is no such one, or a route is there twice
   */
  public PluginTable withRoutes(List<String> entries) {
    return new PluginTable(routes.with(entries, "/"), tabs);
  }

  /**
   * This table with a portal's own tabs on the pages of entities.
   *
   * @param entries such as {@code ci-cd=github-actions}; {@code ci-cd=-} for the catalog itself
   * @throws IllegalArgumentException when an entry is no such one, or a tab is there twice
   */
  public PluginTable withTabs(List<String> entries) {
    return new PluginTable(routes, tabs.with(entries, ""));
  }

  PathTable.@Nullable Match route(List<String> path) {
    return routes.longest(path);
  }

  PathTable.@Nullable Match tab(List<String> behindEntity) {
    return tabs.longest(behindEntity);
  }
}
