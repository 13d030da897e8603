package dev.housecount.insights;

import dev.housecount.rollup.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers one question about what people do in the portal. */
public interface Report {
  /** What it is. */
  Card card();

  /** What it needs to know and what its columns are. */
  Shape shape(Question question);

  /** The table for one range. */
  Table table(View view);

  /** The table of the range that was asked for, where some of it compares. */
  default Table compared(Table table, @Nullable Table previous) {
    return table;
  }

  /**
   * What a report is, whatever is asked.
   *
   * @param name as it stands in the path; lower case, digits and hyphens
   * @param asks what it answers, for a person
   * @param parameters what a question may name
   */
  record Card(String name, String asks, Set<Parameter> parameters) {
    /** Of a report with rows that are filtered, sorted and cut. */
    static Card ranked(String name, String asks, Parameter... more) {
      return new Card(
          name,
          asks,
          Parameter.all(
              Parameter.COMMON,
              Parameter.EVENTS,
              EnumSet.of(Parameter.LIMIT, Parameter.SORT),
              Set.of(more)));
    }
  }

  /**
   * What a question makes of a report.
   *
   * @param parts what has to be read of the range
   * @param history whether it has to be known who was seen before the range, as far back as events
   *     are kept
   * @param ownTeams whether it looks at teams itself, as they were at the end of the range; else
   *     what is done counts for the teams of that time
   * @param times whether it tells more of when something was done than the range, or than the day
   *     on which somebody was there
   */
  record Shape(
      List<Column> columns, Set<Part> parts, boolean history, boolean ownTeams, boolean times) {
    public Shape {
      columns = List.copyOf(columns);
      parts = Set.copyOf(parts);
    }

    static Shape of(List<Column> columns, Part... parts) {
      return new Shape(columns, Set.of(parts), false, false, false);
    }

    /** Of a report that tells when something was done. */
    static Shape ofTimes(List<Column> columns, Part... parts) {
      return new Shape(columns, Set.of(parts), false, false, true);
    }
  }
}
