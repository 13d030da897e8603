package dev.housecount.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A portal that is made up, with all that its people do in it. */
public final class Portal {
  private static final int LATEST = 5;

  private final Plan plan;
  private final World world;

  private Portal(Plan plan) {
    this.plan = plan;
    this.world = World.of(plan);
  }

  public static Portal of(Plan plan) {
    return new Portal(plan);
  }

  /** The entities of its catalog on its last day, as Backstage's REST API gives them. */
  public Stream<Map<String, Object>> catalog() {
    return new Catalog(plan).entities(world.organisation(), world.software());
  }

  /** All that is sent, in the order of sending. */
  public List<Batch> batches() {
    List<Batch> all = new ArrayList<>();
    days(deed -> {}).forEach(all::addAll);
    return all;
  }

  /** All that is done, in no order; what is seen twice within half an hour is here twice. */
  public List<Deed> deeds() {
    List<Deed> deeds = new ArrayList<>();
    days(deeds::add).forEach(day -> {});
    return deeds;
  }

  /** What is sent on each day, made when it is asked for. */
  Stream<List<Batch>> days(Consumer<Deed> deeds) {
    Workday workday = new Workday(world, deeds);
    Bystanders bystanders = new Bystanders(world, workday, deeds);
    TreeMap<LocalDate, List<Batch>> late = new TreeMap<>();
    return plan.start()
        .datesUntil(plan.end().plusDays(1))
        .map(day -> sent(day, workday, bystanders, late));
  }

  private List<Batch> sent(
      LocalDate day, Workday workday, Bystanders bystanders, TreeMap<LocalDate, List<Batch>> late) {
    List<Batch> done = new ArrayList<>();
    world.people().forEach(person -> done.addAll(workday.of(person, day)));
    done.addAll(bystanders.of(day));
    Dice dice = plan.dice("post", day);
    List<Batch> sent = new ArrayList<>();
    for (Batch batch : done) {
      if (dice.chance(0.01) && day.isBefore(plan.end())) { // a laptop that was closed
        LocalDate when = day.plusDays(dice.between(1, LATEST));
        LocalDate then = when.isAfter(plan.end()) ? plan.end() : when;
        late.computeIfAbsent(then, date -> new ArrayList<>()).add(batch);
      } else {
        sent.add(batch);
      }
      if (dice.chance(0.02)) { // whose answer was lost
        sent.add(batch);
      }
    }
    List<Batch> due = late.remove(day);
    sent.addAll(due == null ? List.of() : due);
    return sent;
  }
}
