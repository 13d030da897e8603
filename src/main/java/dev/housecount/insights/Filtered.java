package dev.housecount.insights;

import dev.housecount.event.Pseudonym;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a filter makes of what was done.
 *
 * @param done what it takes
 * @param leftOut what differs from that by the teams, where it names some; else all that it does
 *     not take
 * @param ofTeams what members of the teams did that the rest of the filter does not take
 */
record Filtered(Activity done, Activity leftOut, Activity ofTeams) {
  /**
   * @param byTeams whether what members of the filter's teams did is told from the rest
   */
  static Filtered of(Activity all, Filter filter, Matcher matcher, boolean byTeams) {
    Activity.Parts attributes = all.split(matcher::hasAttributes);
    if (!byTeams || filter.teams().isEmpty()) {
      return new Filtered(attributes.in(), attributes.out(), Activity.none());
    }
    Activity.Parts teams = attributes.in().split(matcher::isOfTeams);
    Activity others =
        filter.hasAttributes() ? attributes.out().where(matcher::isOfTeams) : Activity.none();
    return new Filtered(teams.in(), teams.out(), others);
  }

  /** The part that was done at some time. */
  Filtered where(Predicate<Act> time) {
    return new Filtered(done.where(time), leftOut.where(time), ofTeams.where(time));
  }

  /** Each of whom the figures of others tell, where those of the filter are subtracted. */
  List<Set<Pseudonym>> outside() {
    return List.of(leftOut.people(), ofTeams.people());
  }
}
