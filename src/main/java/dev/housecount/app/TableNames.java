package dev.housecount.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** All tables, by what is in them: what has to be done for each goes by this one list. */
final class TableNames {
  static final String EVENTS = "events";
  static final String PEOPLE = "people";
  static final String CATALOG = "catalog";
  static final String ROLLUPS = "rollups";

  private TableNames() {}

  static Map<String, String> of(HousecountConfig config) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(EVENTS, config.tables().events());
    names.put(PEOPLE, config.tables().people());
    names.put(CATALOG, config.tables().catalog());
    names.put(ROLLUPS, config.tables().rollups());
    return names;
  }
}
