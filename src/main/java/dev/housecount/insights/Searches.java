package dev.housecount.insights;

import dev.housecount.rollup.Part;
import dev.housecount.rollup.Search;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people search for, and whether they find it. */
final class Searches implements Report {
  /**
   * People behind a term, whatever else is hidden: one who types a name or a key is alone with it,
   * and of somebody unknown nobody can say that there was another.
   */
  private static final int FEWEST = 2;

  private static final Column TERM =
      Column.text("term", "What was searched for, in lower case, whatever the action.");

  private static final List<Figure<Search>> FIGURES =
      List.of(
          People.figure("users", "People who searched for it.", Search::who),
          People.times(
              "searches",
              "searches",
              "How often: the same term of the same person again within half an hour is the same search.",
              Search::times),
          state("productive", "Searches with a result.", Search.State.PRODUCTIVE),
          state("zero", "Searches that found nothing.", Search.State.ZERO),
          state("unknown", "Searches whose engine told no count.", Search.State.UNKNOWN),
          People.times(
              "opened",
              "searches",
              "Searches of which a result was opened within 5 minutes.",
              search -> search.isOpened() ? search.times() : 0),
          new Figure<>(
              Column.number("mean_rank", "place", "The mean rank of the results that were opened."),
              Searches::meanRank));

  private static Figure<Search> state(String name, String definition, Search.State state) {
    return People.times(
        name, "searches", definition, search -> search.state() == state ? search.times() : 0);
  }

  @Override
  public Card card() {
    return Card.ranked(
        "searches", "What do people search for, and do they find it?", Parameter.ZERO);
  }

  @Override
  public Shape shape(Question question) {
    return Shape.of(ranking(FEWEST).columns(), Part.SEARCHES);
  }

  @Override
  public Table table(View view) {
    Filter filter = view.question().filter();
    boolean part = !filter.teams().isEmpty() || filter.hasAttributes();
    boolean zero = view.question().has(Parameter.ZERO);
    List<Search> done = view.done().searches();
    List<Search> leftOut = view.leftOut().searches();
    // Of some of the people a term tells more than of all.
    return ranking(part ? SmallGroups.FEWEST : FEWEST)
        .table(view, zero ? unfound(done) : done, leftOut);
  }

  private static Ranking<Search> ranking(int least) {
    return new Ranking<>(TERM, List.of(), FIGURES, Search::term, Search::who, least, FEWEST);
  }

  /** Of terms that were never productive and at least once zero. */
  private static List<Search> unfound(List<Search> all) {
    Map<String, Set<Search.State>> states =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Search::term, Collectors.mapping(Search::state, Collectors.toSet())));
    return all.stream()
        .filter(
            search -> {
              Set<Search.State> of = states.getOrDefault(search.term(), Set.of());
              return of.contains(Search.State.ZERO) && !of.contains(Search.State.PRODUCTIVE);
            })
        .toList();
  }

  private static @Nullable Number meanRank(List<Search> searches) {
    int ranked = searches.stream().mapToInt(Search::ranked).sum();
    double ranks = searches.stream().mapToDouble(Search::ranks).sum();
    return ranked == 0 ? null : Double.valueOf(ranks / ranked);
  }
}
