package dev.housecount.demo;

/** How people look around in the catalog and its tools. */
final class CatalogHabits {
  private final World world;

  CatalogHabits(World world) {
    this.world = world;
  }

  void browse(Person person, Browser browser) {
    Dice dice = browser.dice();
    if (dice.chance(0.5)) {
      browser.open(Page.index(dice.chance(0.8) ? "component" : "api"));
    }
    Thing thing = world.interest(person, dice);
    browser.follow(thing.title(), Page.entity(thing.ref()));
    if (dice.chance(0.45)) {
      browser.follow("CI/CD", Page.tab(thing.ref(), dice.early(Page.TABS)));
    }
    if (dice.chance(0.06)) {
      Person owner = dice.of(world.people());
      browser.follow(owner.displayName(), Page.entity(owner.ref()));
    }
    if (dice.chance(0.06)) {
      browser.follow("Owner", Page.entity(thing.owner()));
    }
  }

  void useTool(Browser browser) {
    browser.open(Page.tool(browser.dice().early(Page.TOOLS)));
    if (browser.dice().chance(0.3)) {
      browser.pause(3_000, 60_000);
      browser.act("click", "Refresh", null, java.util.Map.of());
    }
  }

  /** What the portal has beside its plugins. */
  void visitOwnPage(Browser browser) {
    browser.open(Page.own(browser.dice().early(Page.OWN)));
  }
}
