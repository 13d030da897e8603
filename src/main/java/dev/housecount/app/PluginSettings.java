package dev.housecount.app;

import dev.housecount.hydrate.PluginTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of plugins with the portal's own routes and tabs. */
final class PluginSettings {
  private PluginSettings() {}

  /**
   * @throws IllegalArgumentException when a setting cannot be used; says which and why
   */
  static PluginTable read(HousecountConfig.Plugins config) {
    PluginTable standard = PluginTable.standard();
    PluginTable routed = with("routes", config.routes(), standard, standard::withRoutes);
    return with("tabs", config.tabs(), routed, routed::withTabs);
  }

  private static PluginTable with(
      String setting,
      Optional<List<String>> entries,
      PluginTable table,
      Function<List<String>, PluginTable> change) {
    try {
      return entries.map(change).orElse(table);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "housecount.plugins." + setting + ": " + e.getMessage(), e);
    }
  }
}
