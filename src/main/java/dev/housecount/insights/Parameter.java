package dev.housecount.insights;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a question may name. */
public enum Parameter {
  FROM("local date of the first day; default: 28 days before \"to\""),
  TO("local date of the day behind the last; default: today, so that the last day is whole"),
  PERIOD(
      "whole days up to yesterday, or months, instead of \"from\" and \"to\": 7d, 28d, 90d, 12m"),
  ZONE("IANA time zone of the days; default: the portal's"),
  COMPARE(
      "previous (as many days before; default), none, or the date on which the other range begins"),
  PORTAL("which portals, any of; default: that of the token, else \"default\""),
  TEAM("members of these groups, any of, child groups included"),
  DIRECT("true: without child groups"),
  PLUGIN("what was done in these plugins, any of"),
  KIND("what was done with entities of these kinds, any of"),
  TYPE("what was done with entities of these types, any of"),
  LIFECYCLE("what was done with entities of these lifecycles, any of"),
  OWNER("what was done with entities of these owners, any of, as entity refs"),
  ENTITY("what was done with these entities, any of, as entity refs"),
  TEMPLATE("what was done with these templates, any of, as entity refs"),
  ACTION("events of these actions, any of: navigate, search, create, not-found and others"),
  GRAIN("hour, day, week or month; default: day"),
  LIMIT("rows at most, the rest is the row \"other\"; default: 100"),
  SORT("column to sort by, figures descending; default: the first count"),
  VISITED("false: entities of the catalog that nobody visited, instead"),
  READ("false: documentation of the catalog that nobody read, instead"),
  ZERO("true: only terms that found nothing"),
  STEPS("true: a row for each step of each template's form, with how often it was reached"),
  FORMAT("json or csv, instead of the Accept header"),
  BOM("true: CSV begins with a byte-order mark, which some spreadsheets need");

  /** What every report takes. */
  static final Set<Parameter> COMMON =
      Set.copyOf(EnumSet.of(FROM, TO, PERIOD, ZONE, COMPARE, PORTAL, TEAM, DIRECT, FORMAT, BOM));

  /** What says which events count. */
  static final Set<Parameter> EVENTS = Set.copyOf(EnumSet.range(PLUGIN, ACTION));

  private final String meaning;

  Parameter(String meaning) {
    this.meaning = meaning;
  }

  /** As it stands in a question. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a person. */
  public String meaning() {
    return meaning;
  }

  /** These parameters and more, in their order. */
  @SafeVarargs
  static Set<Parameter> all(Set<Parameter>... sets) {
    EnumSet<Parameter> all = EnumSet.noneOf(Parameter.class);
    for (Set<Parameter> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
