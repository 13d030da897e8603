package dev.housecount.rollup;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.PercentDecoder;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.hydrate.Places;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which page a path is of. */
final class Pages {
  private static final String CATALOG = "catalog";
  private static final String TECHDOCS = "techdocs";
  private static final String SCAFFOLDER = "scaffolder";
  private static final String FORM_ROUTE = "scaffolder:selected-template";

  /** The words in a path behind which a template is named, or a task. */
  private static final String TEMPLATES = "templates";

  private static final String TASKS = "/tasks/";

  /** Where the policy's paths do not name the scaffolder's route, its tasks come with their ids. */
  private static final Pattern TASK =
      Pattern.compile("(?i)/tasks/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=/|$)");

  private Pages() {}

  /**
   * The page of a path or address: without host, query, fragment, task numbers and slashes at the
   * end.
   */
  static String of(String subject) {
    int scheme = subject.startsWith("http") ? subject.indexOf("://") : -1;
    int root = scheme < 0 ? 0 : subject.indexOf('/', scheme + "://".length());
    if (root < 0) {
      return "/";
    }
    int end = root;
    while (end < subject.length() && "?#".indexOf(subject.charAt(end)) < 0) {
      end++;
    }
    while (end > root + 1 && subject.charAt(end - 1) == '/') {
      end--;
    }
    String page = subject.substring(root, end);
    return page.contains(TASKS) ? TASK.matcher(page).replaceAll("/tasks/<task>") : page;
  }

  /**
   * What a page is to its entity.
   *
   * @param plugin of its place
   */
  static PageKind kind(
      ScrubbedEvent event,
      @Nullable EntityRef entity,
      @Nullable String plugin,
      Places.Route route) {
    if (entity == null) {
      return PageKind.OTHER;
    }
    boolean docs = TECHDOCS.equals(plugin);
    if (route == Places.Route.ENTITY) {
      return docs ? PageKind.ENTITY_DOCS : PageKind.ENTITY;
    }
    if (docs) {
      return PageKind.DOCS;
    }
    if (SCAFFOLDER.equals(plugin)) {
      return isForm(event, entity) ? PageKind.TEMPLATE_FORM : PageKind.OTHER;
    }
    boolean unknown = route == Places.Route.UNKNOWN;
    boolean named = CATALOG.equals(plugin) || isBelow(entity, event.subject());
    return unknown && named ? PageKind.ENTITY : PageKind.OTHER;
  }

  private static boolean isForm(ScrubbedEvent event, EntityRef entity) {
    if (!entity.kind().equals(EntityPath.TEMPLATE)) {
      return false;
    }
    List<String> words = List.of(of(event.subject()).split("/"));
    int behind = words.size() - 1 - words.indexOf(TEMPLATES);
    boolean path = words.contains(TEMPLATES) && (behind == 1 || behind == 2);
    return path || FORM_ROUTE.equals(FieldValue.text(event.context(), "routeRef"));
  }

  /** Whether a path names the entity as the catalog's paths do. */
  private static boolean isBelow(EntityRef entity, String path) {
    String named = "/" + entity.namespace() + "/" + entity.kind() + "/" + entity.name();
    String page = PercentDecoder.decode(of(path)).toLowerCase(Locale.ROOT);
    return page.endsWith(named) || page.contains(named + "/");
  }
}
