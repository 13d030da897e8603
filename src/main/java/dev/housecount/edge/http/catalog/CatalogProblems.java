package dev.housecount.edge.http.catalog;

import dev.housecount.catalog.IncompleteGenerationException;
import dev.housecount.edge.http.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a generation does not become the catalog. */
final class CatalogProblems {
  static final Problem OLDER =
      Problem.of(
          409,
          "older-generation",
          "A newer generation is the catalog",
          "One that began later was completed before this one; push a new generation.");

  static final Problem EMPTY =
      Problem.of(
          400,
          "empty-generation",
          "The generation has no entity",
          "It would remove everybody and everything. If that is meant, say \"empty=true\", too.");

  private CatalogProblems() {}

  static Problem incomplete(IncompleteGenerationException e) {
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, "missing", e.missing());
    put(members, "surplus", e.surplus());
    return new Problem(
        409,
        "incomplete-generation",
        "The generation does not have these pages",
        "Nothing has changed. Push the missing pages, or say the right number of them, and"
            + " complete it again.",
        members);
  }

  private static void put(Map<String, Object> members, String name, List<Integer> pages) {
    if (!pages.isEmpty()) {
      members.put(name, pages);
    }
  }
}
