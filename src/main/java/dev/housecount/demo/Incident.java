package dev.housecount.demo;

/** The day on which the clusters fail: everybody looks at them, and the runbook is missing. */
final class Incident {
  private static final int LOOKS = 5;

  private final World world;

  Incident(World world) {
    this.world = world;
  }

  void follow(Person person, Browser browser, SearchHabits searches) {
    Dice dice = browser.dice();
    int looks = dice.below(LOOKS);
    for (int i = 0; i < looks; i++) {
      browser.open(Page.tab(world.interest(person, dice).ref(), "kubernetes"));
    }
    if (dice.chance(0.4)) {
      searches.ask(browser, "cluster failover", true);
    }
    if (dice.chance(0.4)) {
      DocsHabits.miss(browser, Page.docs("component:default/kubernetes-guide", "failover"));
    }
  }
}
