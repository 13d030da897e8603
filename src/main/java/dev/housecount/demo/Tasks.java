package dev.housecount.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the backend tells of the scaffolder's tasks. */
final class Tasks {
  static final String COMPLETED = "completed";
  static final String FAILED = "failed";
  static final String CANCELLED = "cancelled";

  private final List<DemoEvent> told;

  /**
   * @param told takes the events
   */
  Tasks(List<DemoEvent> told) {
    this.told = told;
  }

  /** Runs one; returns its last status. */
  String run(
      @Nullable String creator,
      Template template,
      String task,
      String origin,
      Instant at,
      Dice dice) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("taskId", task);
    attributes.put("origin", origin);
    String status = status(template, dice);
    int seconds = 1 + (int) (template.seconds() * (0.4 + 1.2 * dice.unit()));
    Instant processing = at.plusMillis(dice.between(400, 3_000));
    tell(creator, template, "open", null, attributes, at.plusMillis(dice.below(300)), dice);
    tell(creator, template, "processing", null, attributes, processing, dice);
    Double took = (double) seconds;
    tell(creator, template, status, took, attributes, processing.plusSeconds(seconds), dice);
    return status;
  }

  private static String status(Template template, Dice dice) {
    if (dice.chance(template.failing())) {
      return FAILED;
    }
    return dice.chance(0.02) ? CANCELLED : COMPLETED;
  }

  private void tell(
      @Nullable String creator,
      Template template,
      String status,
      @Nullable Double value,
      Map<String, Object> attributes,
      Instant at,
      Dice dice) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("pluginId", "scaffolder");
    context.put("entityRef", template.ref());
    String id = dice.uuid(at).toString();
    long time = at.toEpochMilli();
    told.add(new DemoEvent(id, time, creator, null, "task", status, value, attributes, context));
  }
}
