package dev.housecount.rollup;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps all that it is told. */
final class Listed implements Tally {
  /** All that can be told at once. */
  static final Set<Part> PARTS =
      EnumSet.complementOf(
          EnumSet.of(Part.USES, Part.ENTITY_VISITS, Part.TEMPLATE_VISITS, Part.DOC_VISITS));

  final List<Visit> visits = new ArrayList<>();
  final List<Search> searches = new ArrayList<>();
  final List<Run> runs = new ArrayList<>();
  final List<Run> agentRuns = new ArrayList<>();
  final List<Miss> misses = new ArrayList<>();
  final List<Seen> seen = new ArrayList<>();
  final List<Present> present = new ArrayList<>();
  final List<RunEvent> runEvents = new ArrayList<>();

  @Override
  public void visit(Visit visit) {
    visits.add(visit);
  }

  @Override
  public void search(Search search) {
    searches.add(search);
  }

  @Override
  public void run(Run run) {
    runs.add(run);
  }

  @Override
  public void agentRun(Run run) {
    agentRuns.add(run);
  }

  @Override
  public void miss(Miss miss) {
    misses.add(miss);
  }

  @Override
  public void present(Present one) {
    present.add(one);
  }

  @Override
  public void runEvent(RunEvent event) {
    runEvents.add(event);
  }

  @Override
  public void seen(Seen one) {
    seen.add(one);
  }

  /** All that is counted, in one order whatever the order in which it was told. */
  List<String> all() {
    List<Object> all = new ArrayList<>(visits);
    all.addAll(searches);
    all.addAll(runs);
    all.addAll(agentRuns);
    all.addAll(misses);
    all.addAll(seen);
    return all.stream().map(Object::toString).sorted().toList();
  }
}
