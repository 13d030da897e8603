package dev.housecount.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people search: some find, some do not, and of some searches nobody says. */
final class SearchHabits {
  private static final List<String> FINDING =
      List.of(
          "kubernetes",
          "postgres",
          "deployment",
          "feature flags",
          "kafka",
          "on-call",
          "logging",
          "terraform",
          "api gateway",
          "monitoring",
          "ci pipeline",
          "style guide",
          "release notes",
          "incident process",
          "load test",
          "oauth");
  private static final List<String> MISSING =
      List.of(
          "vpn access",
          "aws account",
          "graphql federation",
          "cost report",
          "gdpr checklist",
          "data retention",
          "windows runner",
          "arm builds",
          "time sheet");

  private final World world;

  SearchHabits(World world) {
    this.world = world;
  }

  void search(Person person, Browser browser) {
    Dice dice = browser.dice();
    boolean missing = dice.chance(0.22);
    Thing wanted = world.interest(person, dice);
    String term =
        missing ? dice.early(MISSING) : dice.chance(0.5) ? wanted.name() : dice.early(FINDING);
    if (!missing && dice.chance(0.15)) {
      inCatalog(browser, term);
      return;
    }
    ask(browser, term, missing);
    if (missing) {
      if (dice.chance(0.35)) { // other words may help
        ask(browser, dice.early(FINDING), false);
      }
    } else if (dice.chance(0.65)) {
      choose(browser, wanted);
    }
  }

  /** On the page for it. */
  void ask(Browser browser, String term, boolean missing) {
    Dice dice = browser.dice();
    browser.open(Page.search(term));
    if (dice.chance(browser.release().typedOn())) {
      for (int length = 3; length < term.length(); length += dice.between(2, 5)) {
        browser.act("search", term.substring(0, length), dice.below(40) + 1.0, Map.of());
        browser.pause(300, 1_500);
      }
    }
    boolean silent = dice.chance(0.15); // an engine that counts nothing
    Double found = silent ? null : missing ? 0.0 : 1.0 + dice.below(60);
    browser.act("search", term, found, Map.of());
    browser.did(Deed.Kind.SEARCH, term, silent ? "unknown" : missing ? "zero" : "productive");
    if (dice.chance(0.1)) { // only what is software
      browser.pause(4_000, 50_000);
      browser.act("search", term, found, "searchTypes", "software-catalog");
    }
  }

  private static void choose(Browser browser, Thing wanted) {
    Dice dice = browser.dice();
    browser.pause(1_500, 30_000);
    Page page = Page.entity(wanted.ref());
    double rank = 1.0 + (int) (dice.unit() * dice.unit() * 9);
    browser.act("discover", wanted.title(), rank, Map.of("to", page.path()));
    browser.open(page);
  }

  /** Beside the list of the catalog, by an action of its own. */
  private static void inCatalog(Browser browser, String term) {
    browser.open(Page.index("component"));
    int found = browser.dice().below(12) + 1;
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("resultCount", found);
    attributes.put("productive", true);
    browser.act("catalog_search", term, null, attributes);
    browser.did(Deed.Kind.SEARCH, term, "productive");
  }
}
