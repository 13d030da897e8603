package dev.housecount.app;

import io.smallrye.config.WithDefault;

/** The DynamoDB tables, by their names. */
public interface TablesConfig {
  /** The table of events. */
  @WithDefault("housecount-events")
  String events();

  /** The table of people. */
  @WithDefault("housecount-people")
  String people();

  /** The table of the catalog's facts. */
  @WithDefault("housecount-catalog")
  String catalog();

  /** The table of figures that are computed ahead. */
  @WithDefault("housecount-rollups")
  String rollups();
}
