package dev.housecount.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people read. */
final class DocsHabits {
  private final List<Thing> documented;

  DocsHabits(World world) {
    this.documented = world.documented();
  }

  void read(Person person, Browser browser) {
    Dice dice = browser.dice();
    // The last fifth is what nobody has ever opened.
    List<Thing> known = documented.subList(0, Math.max(1, documented.size() * 4 / 5));
    String ref =
        dice.chance(0.2) ? documented.get(documented.size() - 2).ref() : dice.early(known).ref();
    int chapters = dice.between(1, 5);
    browser.open(Page.docs(ref, Words.CHAPTERS.get(0)));
    for (int i = 1; i < chapters; i++) {
      Page next = Page.docs(ref, dice.of(Words.CHAPTERS));
      browser.follow(Words.title(next.path().substring(next.path().lastIndexOf('/') + 1)), next);
      if (browser.release() == Release.NEW && dice.chance(0.3)) {
        browser.pause(3_000, 20_000);
        browser.act("navigate", next.at("prerequisites").path(), null, next.params());
      }
    }
    if (dice.chance(0.03)) {
      miss(browser, Page.docs(ref, "migration-guide"));
    }
  }

  /** A page that is linked and is not there. */
  static void miss(Browser browser, Page missing) {
    browser.open(missing);
    browser.pause(200, 1_500);
    Map<String, Object> attributes = new LinkedHashMap<>(missing.params());
    browser.act("not-found", missing.path(), null, attributes);
  }
}
