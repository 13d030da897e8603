package dev.housecount.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Who is no person of the catalog: guests, the unnamed, agents, and monitors that do not count. */
final class Bystanders {
  private static final String GUEST = "user:default/guest";
  private static final String MONITOR =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " HeadlessChrome/138.0.0.0 Safari/537.36 PingdomTMS/22.1";

  private static final int HOURS_BETWEEN_CHECKS = 4;

  /** For each of so many people, one more comes along. */
  private static final int PEOPLE = 80;

  private final World world;
  private final Workday workday;
  private final Consumer<Deed> deeds;

  Bystanders(World world, Workday workday, Consumer<Deed> deeds) {
    this.world = world;
    this.workday = workday;
    this.deeds = deeds;
  }

  List<Batch> of(LocalDate day) {
    List<Batch> batches = new ArrayList<>();
    Dice dice = world.plan().dice("bystanders", day);
    int count = 1 + world.people().size() / PEOPLE;
    for (int i = 0; i < count; i++) {
      Person like = dice.of(world.people());
      if (dice.chance(like.country().bustle(day) * 0.8)) {
        batches.addAll(workday.sessions(like, dice.chance(0.3) ? GUEST : null, day, dice, false));
      }
      if (dice.chance(like.country().bustle(day) * 0.5) && like.mayUse(day)) {
        batches.addAll(automate(like, day, dice));
      }
    }
    batches.addAll(monitor(day, dice));
    return batches;
  }

  private List<Batch> automate(Person owner, LocalDate day, Dice dice) {
    Instant at = day.atTime(3 + dice.below(18), dice.below(60)).toInstant(ZoneOffset.UTC);
    Browser clock = new Browser(Release.on(day, world.plan()), dice, owner.ref(), at, deeds);
    TemplateHabits templates = new TemplateHabits();
    templates.automate(clock, dice.chance(0.5) ? "agent" : "api");
    return templates.batches();
  }

  private List<Batch> monitor(LocalDate day, Dice dice) {
    Release release = Release.on(day, world.plan());
    List<Batch> batches = new ArrayList<>();
    for (int hour = 0; hour < 24; hour += HOURS_BETWEEN_CHECKS) {
      Instant at = day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
      Browser browser = new Browser(release, dice, null, at, deed -> {});
      browser.load(Page.home());
      Batch.Sender sender = release.sender();
      Batch.Sender monitor =
          new Batch.Sender(sender.moduleVersion(), sender.backstageVersion(), MONITOR);
      browser.batches().forEach(batch -> batches.add(new Batch(batch.events(), monitor)));
    }
    return batches;
  }
}
