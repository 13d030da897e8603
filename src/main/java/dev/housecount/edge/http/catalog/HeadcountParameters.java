package dev.housecount.edge.http.catalog;

import dev.housecount.edge.http.page.QueryParameters;
import dev.housecount.event.EntityRef;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which headcounts are asked for.
 *
 * @param portal null for that of whoever asks
 * @param from inclusive
 * @param to exclusive
 * @param team null for everybody only
 * @param direct whether members of the groups below do not count
 */
record HeadcountParameters(
    @Nullable String portal,
    LocalDate from,
    LocalDate to,
    @Nullable EntityRef team,
    boolean direct) {
  /** Where no beginning is given. */
  static final int DEFAULT_DAYS = 28;

  static final int MAX_DAYS = 3660;

  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  /**
   * @param today in the portal's zone
   * @throws dev.housecount.edge.http.problem.ProblemException naming the parameter that is wrong
   */
  static HeadcountParameters parse(Map<String, List<String>> given, LocalDate today) {
    Parameters parameters =
        new Parameters(
            "/catalog/headcounts", given, List.of("portal", "from", "to", "team", "direct"));
    LocalDate lastDay = date(parameters, "to");
    LocalDate to = lastDay == null ? today.plusDays(1) : lastDay;
    LocalDate firstDay = date(parameters, "from");
    LocalDate from = firstDay == null ? to.minusDays(DEFAULT_DAYS) : firstDay;
    if (!from.isBefore(to) || ChronoUnit.DAYS.between(from, to) > MAX_DAYS) {
      throw QueryParameters.bad(
          "\"from\" (inclusive) is before \"to\" (exclusive), by at most " + MAX_DAYS + " days.");
    }
    return new HeadcountParameters(
        parameters.portal(), from, to, team(parameters), parameters.flag("direct"));
  }

  private static @Nullable LocalDate date(Parameters parameters, String name) {
    String text = parameters.text(name);
    try {
      if (text == null || text.length() == DATE_LENGTH) {
        return text == null ? null : LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // As one of another length.
    }
    throw QueryParameters.bad("\"" + name + "\" is a date such as 2026-11-28.");
  }

  private static @Nullable EntityRef team(Parameters parameters) {
    String text = parameters.text("team");
    return text == null
        ? null
        : EntityRef.parse(text, "group")
            .orElseThrow(
                () -> QueryParameters.bad("\"team\" is an entity ref: [kind:][namespace/]name."));
  }
}
