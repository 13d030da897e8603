package dev.housecount.insights;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for every output, what is not told because too few people are behind it, and what is not
 * told because it would tell that. Safe for concurrent use.
 */
public final class SmallGroups {
  /** Where a deployment does not choose. */
  public static final int FEWEST = 5;

  /** Decisions that are kept: a question is about two ranges, each with its people. */
  private static final int KEPT = 2;

  private final int fewest;
  private final Map<Census, Disclosure<Side>> decided =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Census, Disclosure<Side>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param fewest people that a figure may be about; 1 hides nothing
   */
  public SmallGroups(int fewest) {
    if (fewest < 1) {
      throw new IllegalArgumentException("a figure is about 1 person at least");
    }
    this.fewest = fewest;
  }

  /** People that a figure may be about. */
  public int fewest() {
    return fewest;
  }

  /** A team's figures, with or without those of its child teams: whoever asks may ask for both. */
  record Side(EntityRef team, boolean direct) {}

  /** Which teams' figures may be shown beside each other and beside those of everybody. */
  synchronized Disclosure<Side> teams(Census census) {
    return decided.computeIfAbsent(census, this::decide);
  }

  private Disclosure<Side> decide(Census census) {
    Map<Side, Set<Pseudonym>> sides = new HashMap<>();
    for (Census.Team team : census.teams()) {
      sides.put(new Side(team.ref(), false), team.all());
      sides.put(new Side(team.ref(), true), team.direct());
    }
    return new Disclosure<>(census.people(), sides, fewest);
  }

  /**
   * Whether figures about whom a filter names may be shown, by the members alone.
   *
   * @param census null before there was a catalog: then nobody is known to be a member of anything
   */
  boolean showsMembers(Filter filter, @Nullable Census census) {
    if (census == null) {
      return true;
    }
    if (filter.teams().isEmpty()) {
      return !isFew(census.people().size(), fewest);
    }
    Disclosure<Side> teams = teams(census);
    List<Census.Team> asked = outermost(filter, census);
    boolean each =
        asked.stream().allMatch(team -> teams.shows(new Side(team.ref(), filter.direct())));
    return each && areApart(asked, filter.direct());
  }

  /**
   * Whether figures may be shown that are also about teams which are there no more: by who was
   * active for those alone, for nobody can say any more who their members are.
   *
   * @param census null before there was a catalog, or when it is gone
   * @param inside who did something as a member of the filter's teams
   */
  boolean showsFormer(Filter filter, @Nullable Census census, Set<Pseudonym> inside) {
    Set<EntityRef> gone = new HashSet<>(filter.teams());
    Set<Pseudonym> former = new HashSet<>(inside);
    List<Census.Team> teams = census == null ? List.of() : census.teams();
    for (Census.Team team : teams) {
      if (gone.remove(team.ref())) {
        former.removeAll(team.members(filter.direct()));
      }
    }
    return gone.isEmpty() || !isFew(former.size(), fewest);
  }

  /** Without those that lie whole in another one: they add nobody. */
  private static List<Census.Team> outermost(Filter filter, Census census) {
    List<Census.Team> outermost = new ArrayList<>();
    census.teams().stream()
        .filter(team -> filter.teams().contains(team.ref()))
        .sorted(Comparator.comparingInt(team -> -team.members(filter.direct()).size()))
        .filter(
            team ->
                outermost.stream()
                    .noneMatch(
                        other ->
                            other
                                .members(filter.direct())
                                .containsAll(team.members(filter.direct()))))
        .forEach(outermost::add);
    return outermost;
  }

  /** Then, and only then, what several teams did together is the sum of what each did. */
  private static boolean areApart(List<Census.Team> teams, boolean direct) {
    Set<Pseudonym> together = new HashSet<>();
    teams.forEach(team -> together.addAll(team.members(direct)));
    return together.size() == teams.stream().mapToInt(t -> t.members(direct).size()).sum();
  }

  /**
   * Whether figures about what a filter with attributes leaves may be shown.
   *
   * @param inside who did something of it
   * @param outside each is who did something that is left out, where the rest is told elsewhere
   */
  boolean showsPart(Set<Pseudonym> inside, List<Set<Pseudonym>> outside) {
    boolean nobody = inside.isEmpty();
    return nobody
        || !isFew(inside.size(), fewest)
            && outside.stream().noneMatch(people -> isFew(people.size(), fewest));
  }

  private static boolean isFew(int people, int least) {
    return people > 0 && people < least;
  }

  /**
   * A value that may have a row of its own.
   *
   * @param inside who is counted in the row
   * @param outside who did the same, but is left out by a filter
   */
  record Value(String name, Set<Pseudonym> inside, Set<Pseudonym> outside) {}

  /**
   * The names of the values that have no row, because few people are behind them, or because the
   * rest, told as a whole, would tell of few people. Whatever the order and number of rows that are
   * asked for.
   *
   * @param least people behind a row, where the deployment's number is not smaller
   * @param always people behind a row whatever that number is; with 0 a row may be about nobody
   */
  Set<String> without(Collection<Value> values, int least, int always) {
    int most = Math.min(least, fewest);
    Set<String> hidden = new HashSet<>();
    Set<Pseudonym> people = new HashSet<>();
    List<Value> left = new ArrayList<>();
    for (Value value : values) {
      int inside = value.inside().size();
      boolean few = inside < always || isFew(inside, most);
      boolean fewElsewhere = !value.inside().isEmpty() && isFew(value.outside().size(), fewest);
      if (few || fewElsewhere) {
        hidden.add(value.name());
        people.addAll(value.inside());
      } else {
        left.add(value);
      }
    }
    left.sort(
        Comparator.<Value>comparingInt(value -> value.inside().size()).thenComparing(Value::name));
    for (int i = 0; i < left.size() && isFew(people.size(), most); i++) {
      hidden.add(left.get(i).name());
      people.addAll(left.get(i).inside());
    }
    return hidden;
  }
}
