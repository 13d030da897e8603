package dev.housecount.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.testing.Events;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final Place NOWHERE = new Place(null, null);

  private final Places places = new Places(PluginTable.standard());

  /**
   * One visit as it is reported by 1.50, 1.55 and 1.57, by the old system and the new, by the first
   * and the second of two reports; a dash is none.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/docs/default/component/foo/guide, techdocs, docs, root app techdocs -",
        "/create/templates/default/node, scaffolder, create, root app scaffolder -",
        "/create/tasks/<task>, scaffolder, create, root app scaffolder -",
        "/settings/feature-flags, user-settings, settings, root app user-settings -",
        "/visualizer/tree, app-visualizer, visualizer, root app app-visualizer -",
        "/devtools/unprocessed-entities, catalog-unprocessed-entities, devtools,"
            + " app devtools catalog-unprocessed-entities",
        "/Catalog, catalog, catalog, root app catalog -",
        "/catalog-import, catalog-import, catalog-import, app catalog-import",
        "/catalog/default/component/a, catalog, catalog, root app catalog org kubernetes",
        "/catalog/default/component/a/, catalog, catalog, root app catalog",
        "//catalog///default/component/a//kubernetes/, kubernetes, kubernetes,"
            + " root app catalog kubernetes -",
        "/catalog/default/component/a/kubernetes/pods, kubernetes, kubernetes,"
            + " root app catalog kubernetes",
        "/catalog/default/component/a/docs/x/y, techdocs, docs, root app catalog techdocs",
        "/catalog/default/api/a/definition, api-docs, definition, root app catalog api-docs",
        "/catalog/default/component/a/my-tab, catalog, my-tab, root app catalog my-plugin -",
        "/catalog/default/component/a/ci-cd, catalog, ci-cd,"
            + " root app catalog github-actions jenkins",
        "/my-page/1, -, my-page, root app -",
        "/my-page/1, my-plugin, my-page, my-plugin",
        "/techdocs-like, -, techdocs-like, root app -",
      })
  void of_oneVisit_isOnePlaceWhoeverReportsIt(
      String path, String plugin, String section, String reported) {
    assertThat(Arrays.stream(reported.split(" ")))
        .allSatisfy(
            name ->
                assertThat(places.of(visit(path, name.equals("-") ? null : name)))
                    .as(name)
                    .isEqualTo(new Place(plugin, section)));
  }

  @Test
  void of_aRouteOfThePortalsOwn_isThatOfThePluginThatNamesItself() {
    assertThat(places.of(visit("/wiki/default/component/a", "techdocs")))
        .isEqualTo(new Place("techdocs", "wiki"));
    assertThat(places.of(visit("/", "home"))).isEqualTo(new Place("home", null));
    assertThat(places.of(visit("/", "app"))).isEqualTo(NOWHERE);
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog/default/component/a, ENTITY",
    "/catalog/default/component/a/ci, ENTITY",
    "/CATALOG//default/component/a/, ENTITY",
    "/catalog/default/component, OTHER",
    "/catalog, OTHER",
    "/docs/default/component/a, OTHER",
    "/our-page/default/component/a, UNKNOWN",
    "not a path, NONE",
  })
  void route_ofAPath_saysWhetherItIsAnEntitysPage(String path, Places.Route route) {
    assertThat(places.route(visit(path, null))).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/wiki, techdocs, wiki",
        "/WIKI/default/component/a, techdocs, wiki",
        "/platform/catalog, catalog, platform",
        "/platform/catalog/default/component/a, catalog, platform",
        "/platform/catalog/default/component/a/kubernetes, kubernetes, kubernetes",
        "/platform/catalog/default/component/a/builds/last/1, builds, builds",
        "/platform/catalog/default/component/a/builds/all, my-ci, builds",
        "/platform/other, -, platform",
        "/platform, -, platform",
        "/docs, my-docs, docs",
        "/docs/old/a, -, docs",
        "/, home, -",
        "/my-page, -, my-page",
        "/catalog/default/component/a/docs, catalog, docs"
      })
  void of_thePortalsOwnTable_goesBeforeTheUsualOne(String path, String plugin, String section) {
    Places own =
        new Places(
            PluginTable.standard()
                .withRoutes(
                    List.of(
                        "/wiki=techdocs",
                        " /platform/Catalog/ = catalog",
                        "/docs=my-docs",
                        "/docs/old=-",
                        "/=home"))
                .withTabs(List.of("builds=my-ci", "builds/last=builds", "docs=-")));
    assertThat(own.of(visit(path, "app"))).isEqualTo(new Place(plugin, section));
    assertThat(own.of(visit(path, "catalog")).section()).isEqualTo(section);
  }

  /** The table says so, then the name is known: also where no path tells. */
  @Test
  void of_aPluginOfThePortalsOwn_isKnownOnceItHasARoute() {
    Places own = new Places(PluginTable.standard().withRoutes(List.of("/my-page=my-plugin")));
    for (String reported : List.of("app", "root", "my-plugin")) {
      assertThat(own.of(visit("/my-page/1", reported)))
          .isEqualTo(new Place("my-plugin", "my-page"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"kubernetes, kubernetes", "my-plugin, my-plugin", "app, -", "root, -", "' ', -"})
  void of_anEventWithoutAPath_isOfThePluginThatItNames(String named, String plugin) {
    assertThat(places.of(event("click", "Restart", Map.of("pluginId", named))))
        .isEqualTo(new Place(plugin, null));
  }

  @Test
  void of_anEventThatNamesItsPageBesideItself_isAsTheVisit() {
    String path = "/catalog/default/component/a/kubernetes";
    assertThat(places.of(event("click", "Restart", Map.of("pluginId", "x", "pathname", path))))
        .isEqualTo(new Place("kubernetes", "kubernetes"));
    assertThat(places.of(event("navigate", "opened", Map.of("pathname", path))))
        .isEqualTo(new Place("kubernetes", "kubernetes"));
    assertThat(places.of(visit("https://portal.test/docs", "app")))
        .isEqualTo(new Place("techdocs", "docs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/~abcdefghijklmnopqrstuvwxyz",
        "/<email>/x",
        "/user:default%2Falice",
        "/@alice",
        "/%zz",
        "/two%20words",
        "/0123456789012345678901234567890123456789012345678901234567890123456789",
        "opened",
        "https://portal.test",
        ""
      })
  void of_whatMayNameSomebody_hasNoSection(String subject) {
    assertThat(places.of(visit(subject, "app"))).isEqualTo(NOWHERE);
  }

  @Test
  void of_encodedWords_areThoseThatTheyStandFor() {
    assertThat(places.of(visit("/%64ocs/default", "app"))).isEqualTo(new Place("techdocs", "docs"));
    assertThat(places.of(visit("/%D0%92%D0%B8%D0%BA%D0%B8", "app")))
        .isEqualTo(new Place(null, "\u0432\u0438\u043a\u0438"));
    assertThat(places.of(visit("/docs%2Fdefault", "app"))).isEqualTo(NOWHERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/wiki",
        "wiki=techdocs",
        "=techdocs",
        "/wiki=",
        "/wiki=two words",
        "/wiki=techdocs=x",
        "/wiki/*=techdocs",
        "/a/:id=techdocs",
        "/wiki?x=techdocs",
        "/1/2/3/4/5/6/7/8/9=techdocs",
        ""
      })
  void withRoutes_whatIsNone_isRefusedByItsText(String entry) {
    assertThatThrownBy(() -> PluginTable.standard().withRoutes(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + entry + "\" is no path and plugin")
        .hasMessageContaining("/words=plugin-id");
  }

  @Test
  void withTabs_withALeadingSlashOrTwice_isRefused() {
    for (List<String> tabs : List.of(List.of("/a=b"), List.of("=b"), List.of("a=b", "A=c"))) {
      assertThatThrownBy(() -> PluginTable.standard().withTabs(tabs))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("write entries as words=plugin-id");
    }
  }

  private static ScrubbedEvent visit(String subject, String plugin) {
    return event("navigate", subject, plugin == null ? Map.of() : Map.of("pluginId", plugin));
  }

  private static ScrubbedEvent event(String action, String subject, Map<String, String> context) {
    HydratedEvent plain =
        Events.stored("e", action, subject, null, null, null, Instant.EPOCH, true);
    return Events.with(plain, Map.of(), context).event();
  }
}
