package dev.housecount.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One session of somebody: what is done in it, and what the module reports of it. */
final class Browser {
  private static final int BATCH = 20;

  private final Release release;
  private final Dice dice;
  private final @Nullable String user;
  private final Consumer<Deed> deeds;
  private final String session;
  private final List<DemoEvent> events = new ArrayList<>();
  private Instant now;
  private Page page = Page.home();

  /**
   * @param user null for who is not named
   */
  Browser(Release release, Dice dice, @Nullable String user, Instant now, Consumer<Deed> deeds) {
    this.release = release;
    this.dice = dice;
    this.user = user;
    this.now = now;
    this.deeds = deeds;
    this.session = dice.uuid().toString();
  }

  Dice dice() {
    return dice;
  }

  Release release() {
    return release;
  }

  Instant now() {
    return now;
  }

  @Nullable String user() {
    return user;
  }

  /** Lets time pass. */
  void pause(int fromMillis, int toMillis) {
    now = now.plusMillis(dice.between(fromMillis, toMillis));
  }

  /** Loads the app at a page: Backstage often reports that twice. */
  void load(Page first) {
    if (dice.chance(release.doubled())) {
      report("navigate", first.path(), null, Map.of(), release.root());
      now = now.plusMillis(dice.between(5, 900));
    }
    show(first);
  }

  /** Goes on to a page. */
  void open(Page next) {
    pause(4_000, 90_000);
    show(next);
  }

  private void show(Page next) {
    page = next;
    report("navigate", next.path(), null, next.params(), release.context(next));
    if (dice.chance(0.02)) { // rendered twice
      now = now.plusMillis(dice.between(2, 40));
      report("navigate", next.path(), null, next.params(), release.context(next));
    }
    deeds.accept(new Deed(Deed.Kind.VISIT, now, user, next.path(), next.plugin()));
  }

  /** Follows a link of the page. */
  void follow(String text, Page next) {
    pause(2_000, 40_000);
    Map<String, Object> to = Map.of("to", next.path());
    report("click", text, null, to, here());
    now = now.plusMillis(dice.between(30, 400));
    show(next);
  }

  /** Does something else on the page. */
  void act(String action, String subject, @Nullable Double value, Map<String, Object> attributes) {
    report(action, subject, value, attributes, here());
  }

  /** As {@link #act}, with something more in the context. */
  void act(String action, String subject, @Nullable Double value, String key, Object more) {
    Map<String, Object> context = here();
    context.put(key, more);
    report(action, subject, value, Map.of(), context);
  }

  void did(Deed.Kind kind, String name, String detail) {
    deeds.accept(new Deed(kind, now, user, name, detail));
  }

  /** All that was reported, as the module sends it while the session goes on. */
  List<Batch> batches() {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += BATCH) {
      List<DemoEvent> part = events.subList(from, Math.min(events.size(), from + BATCH));
      batches.add(new Batch(part, release.sender()));
    }
    return batches;
  }

  private Map<String, Object> here() {
    Map<String, Object> context = new LinkedHashMap<>(release.context(page));
    if (page.entity() != null) {
      context.put("entityRef", page.entity());
    }
    return context;
  }

  private void report(
      String action,
      String subject,
      @Nullable Double value,
      Map<String, Object> attributes,
      Map<String, Object> context) {
    String id = dice.uuid(now).toString();
    long at = now.toEpochMilli();
    events.add(new DemoEvent(id, at, user, session, action, subject, value, attributes, context));
  }
}
