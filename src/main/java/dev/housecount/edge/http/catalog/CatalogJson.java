package dev.housecount.edge.http.catalog;

import dev.housecount.catalog.CatalogStatus;
import dev.housecount.catalog.Completion;
import dev.housecount.catalog.Headcount;
import dev.housecount.catalog.PageReceipt.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers about the catalog, as members of a JSON object in the order in which they are shown. */
final class CatalogJson {
  /** So many rejected lines are named: an answer has to be smaller than what it answers. */
  static final int MAX_REJECTED = 5000;

  private CatalogJson() {}

  static Map<String, Object> page(
      String generation, int page, int accepted, List<Rejection> rejected) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("generation", generation);
    members.put("page", page);
    members.put("accepted", accepted);
    members.put("rejected", rejected.stream().limit(MAX_REJECTED).map(CatalogJson::of).toList());
    if (rejected.size() > MAX_REJECTED) {
      members.put("rejectedBeside", rejected.size() - MAX_REJECTED);
    }
    return members;
  }

  private static Map<String, Object> of(Rejection rejection) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("line", rejection.line());
    members.put("reason", rejection.reason());
    return members;
  }

  static Map<String, Object> of(Completion completion) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("entities", completion.entities());
    members.put("added", completion.added());
    members.put("changed", completion.changed());
    members.put("removed", completion.removed());
    members.put("unchanged", completion.unchanged());
    return members;
  }

  /**
   * @param problems those of the catalog, and what is known besides
   */
  static Map<String, Object> of(CatalogStatus status, List<String> problems) {
    CatalogStatus.Source source = status.source();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("asOf", status.asOf() == null ? null : status.asOf().toString());
    members.put("entities", status.entities());
    members.put("kinds", status.kinds());
    members.put("users", status.users());
    members.put("totalUsers", status.totalUsers());
    members.put("groups", status.groups());
    members.put("source", source == null ? null : source.name().toLowerCase(Locale.ROOT));
    members.put("problems", problems);
    return members;
  }

  static Map<String, Object> headcounts(
      String portal, @Nullable String team, List<Headcount> rows) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("portal", portal);
    members.put("team", team);
    members.put("rows", rows.stream().map(CatalogJson::of).toList());
    return members;
  }

  private static Map<String, Object> of(Headcount headcount) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("date", headcount.date().toString());
    members.put("totalUsers", headcount.totalUsers());
    if (headcount.members() != null) {
      members.put("members", headcount.members());
    }
    return members;
  }
}
