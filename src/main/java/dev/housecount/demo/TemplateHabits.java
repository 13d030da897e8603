package dev.housecount.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How templates are looked at, begun, given up and run; what the backend tells is beside it. */
final class TemplateHabits {
  private final List<DemoEvent> told = new ArrayList<>();
  private final Tasks tasks = new Tasks(told);

  /** What the backend has to say of the runs so far. */
  List<Batch> batches() {
    return told.isEmpty() ? List.of() : List.of(new Batch(told, Batch.BACKEND));
  }

  void use(Browser browser) {
    Dice dice = browser.dice();
    Template template = dice.early(Template.ALL);
    browser.open(Page.create());
    if (dice.chance(0.3)) {
      browser.follow(template.title(), Page.entity(template.ref()));
    }
    if (dice.chance(0.75)) {
      fill(browser, template);
    }
  }

  private void fill(Browser browser, Template template) {
    Dice dice = browser.dice();
    browser.follow("Choose", Page.form(template));
    int end = dice.chance(template.abandoned()) ? dice.below(template.steps()) : template.steps();
    for (int step = 1; step <= end; step++) {
      browser.pause(5_000, 80_000);
      browser.act("click", "Next Step (" + step + ")", null, Map.of());
    }
    if (end == template.steps()) {
      browser.pause(2_000, 20_000);
      browser.act("click", "Create", null, Map.of());
      create(browser, template);
    }
  }

  private void create(Browser browser, Template template) {
    Dice dice = browser.dice();
    String task = dice.uuid().toString();
    browser.pause(200, 900);
    Double minutes =
        template.minutes() > 0 && dice.chance(0.85) ? (double) template.minutes() : null;
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("templateSteps", template.steps());
    browser.act("create", "Task has been created", minutes, attributes);
    String status = tasks.run(browser.user(), template, task, "browser", browser.now(), dice);
    browser.did(Deed.Kind.RUN, template.ref(), status);
    browser.open(Page.task(template, task));
    afterwards(browser, task, status);
  }

  private static void afterwards(Browser browser, String task, @Nullable String status) {
    if (Tasks.CANCELLED.equals(status)) {
      browser.pause(2_000, 9_000);
      browser.act("cancelled", "Template has been cancelled", null, "taskId", task);
    } else if (Tasks.FAILED.equals(status) && browser.dice().chance(0.3)) {
      browser.pause(9_000, 60_000);
      browser.act("retried", "Template has been retried", null, "taskId", task);
    }
  }

  /** Runs that no browser sees: agents and scripts start them. */
  void automate(Browser clock, String origin) {
    Template template = clock.dice().early(Template.ALL);
    String task = clock.dice().uuid().toString();
    String status = tasks.run(clock.user(), template, task, origin, clock.now(), clock.dice());
    clock.did(Deed.Kind.RUN, template.ref(), status);
  }
}
