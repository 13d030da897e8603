package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginSettingsTest {
  @Test
  void read_emptyVariables_asTheTemplateSetsThem_areTheDefaults() {
    assertThatCode(
            () -> read(Map.of("HOUSECOUNT_PLUGINS_ROUTES", "", "HOUSECOUNT_PLUGINS_TABS", "")))
        .doesNotThrowAnyException();
  }

  @Test
  void read_severalEntries_withCommas() {
    assertThatCode(
            () ->
                read(
                    Map.of(
                        "HOUSECOUNT_PLUGINS_ROUTES", "/custom-catalog=catalog, /a/wiki=techdocs",
                        "HOUSECOUNT_PLUGINS_TABS", "ci-cd=github-actions")))
        .doesNotThrowAnyException();
  }

  @Test
  void read_whatIsNoEntry_stopsTheStartAndNamesTheSetting() {
    assertThatThrownBy(() -> read(Map.of("HOUSECOUNT_PLUGINS_ROUTES", "/wiki=techdocs,blog")))
        .hasMessageStartingWith("housecount.plugins.routes: \"blog\" is no path and plugin")
        .hasMessageContaining("/words=plugin-id");
    assertThatThrownBy(() -> read(Map.of("HOUSECOUNT_PLUGINS_TABS", "ci=a,ci=b")))
        .hasMessageStartingWith("housecount.plugins.tabs: \"ci=b\" is there twice");
  }

  private static void read(Map<String, String> environment) {
    PluginSettings.read(
        new SmallRyeConfigBuilder()
            .withSources(new EnvConfigSource(environment, 300))
            .withMapping(HousecountConfig.class)
            .withDefaultValues(
                Map.of("housecount.scrub.attributes", "name", "housecount.scrub.context", "to"))
            .build()
            .getConfigMapping(HousecountConfig.class)
            .plugins());
  }
}
