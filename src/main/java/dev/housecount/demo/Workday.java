package dev.housecount.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one person does with the portal on one day. */
final class Workday {
  /** How much begins in each hour from 7 o'clock on, by the person's clock. */
  private static final int[] HOURS = {2, 8, 16, 14, 11, 5, 10, 14, 12, 8, 4, 1, 1};

  private static final int FIRST_HOUR = 7;

  private final World world;
  private final CatalogHabits catalog;
  private final DocsHabits docs;
  private final SearchHabits searches;
  private final Consumer<Deed> deeds;

  Workday(World world, Consumer<Deed> deeds) {
    this.world = world;
    this.catalog = new CatalogHabits(world);
    this.docs = new DocsHabits(world);
    this.searches = new SearchHabits(world);
    this.deeds = deeds;
  }

  /** What the browser and the backend send of it. */
  List<Batch> of(Person person, LocalDate day) {
    Dice dice = world.plan().dice("day", day, person.ref());
    boolean incident = day.equals(world.incident());
    double presence = person.presence() * person.country().bustle(day) * (incident ? 1.6 : 1);
    if (!person.mayUse(day) || !dice.chance(presence)) {
      return List.of();
    }
    return sessions(person, person.ref(), day, dice, incident);
  }

  /**
   * The sessions of somebody on a day.
   *
   * @param user under which name; null for none
   */
  List<Batch> sessions(
      Person person, @Nullable String user, LocalDate day, Dice dice, boolean incident) {
    List<Batch> batches = new ArrayList<>();
    TemplateHabits templates = new TemplateHabits();
    int sessions = 1 + dice.weighted(55, 30, 15);
    for (int i = 0; i < sessions; i++) {
      Browser browser =
          new Browser(Release.on(day, world.plan()), dice, user, start(person, day, dice), deeds);
      browser.load(arrival(person, dice));
      int tasks = 1 + dice.weighted(35, 30, 20, 15);
      for (int task = 0; task < tasks; task++) {
        work(person, browser, templates);
      }
      if (incident) {
        new Incident(world).follow(person, browser, searches);
      }
      batches.addAll(browser.batches());
    }
    batches.addAll(templates.batches());
    return batches;
  }

  private static Instant start(Person person, LocalDate day, Dice dice) {
    int hour = FIRST_HOUR + dice.weighted(HOURS);
    LocalTime time =
        LocalTime.of(hour, dice.below(60), dice.below(60), dice.below(1000) * 1_000_000);
    return day.atTime(time).atZone(person.country().zone()).toInstant();
  }

  private Page arrival(Person person, Dice dice) {
    Thing thing = world.interest(person, dice);
    return switch (dice.weighted(60, 25, 15)) {
      case 0 -> Page.home();
      case 1 -> Page.entity(thing.ref());
      default -> Page.docs(dice.early(world.documented()).ref(), Words.CHAPTERS.get(2));
    };
  }

  private void work(Person person, Browser browser, TemplateHabits templates) {
    switch (browser.dice().weighted(36, 20, 18, 14, 6, 6)) {
      case 0 -> catalog.browse(person, browser);
      case 1 -> docs.read(person, browser);
      case 2 -> searches.search(person, browser);
      case 3 -> catalog.useTool(browser);
      case 4 -> catalog.visitOwnPage(browser);
      default -> templates.use(browser);
    }
  }
}
