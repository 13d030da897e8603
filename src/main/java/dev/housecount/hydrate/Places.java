package dev.housecount.hydrate;

import dev.housecount.event.ScrubbedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where something was done: by the page's path, which is the same whatever Backstage reports.
 * What an event says of its plugin counts only where no path tells, or where the path is unknown
 * and the plugin is not. RATIONALE.md says why.
 */
public final class Places {
  /** Namespace, kind and name. */
  private static final int ENTITY_WORDS = 3;

  private final PluginTable table;

  public Places(PluginTable table) {
    this.table = table;
  }

  /** Never fails: what cannot be told is null. */
  public Place of(ScrubbedEvent event) {
    String named = named(event);
    PageWords page = PageWords.of(event);
    if (page == null) {
      return new Place(named, null);
    }
    PathTable.Match route = table.route(page.words());
    if (route == null) {
      return new Place(named, page.section(0));
    }
    boolean tabs = PluginTable.CATALOG.equals(route.plugin());
    return tabs ? catalog(page, route.words()) : new Place(route.plugin(), page.section(0));
  }

  /** What is known of a page's route. */
  public enum Route {
    /** The event names no path. */
    NONE,
    /** No table has it. */
    UNKNOWN,
    /** That of an entity's own page, or of a tab of it. */
    ENTITY,
    /** Any other. */
    OTHER
  }

  /** Never fails. */
  public Route route(ScrubbedEvent event) {
    PageWords page = PageWords.of(event);
    if (page == null) {
      return Route.NONE;
    }
    PathTable.Match route = table.route(page.words());
    if (route == null) {
      return Route.UNKNOWN;
    }
    boolean entity =
        PluginTable.CATALOG.equals(route.plugin())
            && page.words().size() >= route.words() + ENTITY_WORDS;
    return entity ? Route.ENTITY : Route.OTHER;
  }

  private static @Nullable String named(ScrubbedEvent event) {
    String named = event.namedPlugin();
    return named == null || named.isBlank() || event.namesGenericPlugin() ? null : named;
  }

  private Place catalog(PageWords page, int routeWords) {
    int tabIndex = routeWords + ENTITY_WORDS;
    List<String> behind = page.from(tabIndex);
    PathTable.Match tab = table.tab(behind);
    @Nullable String plugin = tab == null ? null : tab.plugin();
    return new Place(
        plugin == null ? PluginTable.CATALOG : plugin,
        page.section(behind.isEmpty() ? 0 : tabIndex));
  }
}
