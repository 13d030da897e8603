package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.catalog.CaptureSettings;
import dev.housecount.catalog.FieldPath;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogChoicesTest {
  private static final String SETTINGS = "housecount.catalog.";

  private final Map<String, String> settings = new HashMap<>();
  private @TempDir Path folder;

  @Test
  void nothingSet_theDefaultsHold() {
    CatalogChoices choices = read();
    assertThat(choices.capture().entityFields()).isEqualTo(CaptureSettings.DEFAULTS.entityFields());
    assertThat(choices.capture().groups().parameters()).isEmpty();
    assertThat(choices.capture().totalUsers().parameters()).containsExactly("kind=user");
    assertThat(choices.onlyHosts()).isEmpty();
    assertThat(choices.notice()).isEmpty();
  }

  @Test
  void settings_areRead() {
    set("capture-entity-fields", "spec.system, metadata.annotations.example.com/tier");
    set("capture-identity-fields", "spec.region");
    set("capture-identity-groups-filter", "{spec.type: [department, team], metadata.in: true}");
    set("total-users-entity-query-filter", "[{metadata.namespace: a}, {spec.x: {$exists: true}}]");
    CaptureSettings capture = read().capture();
    assertThat(capture.entityFields())
        .containsExactly(
            new FieldPath("spec.system"), new FieldPath("metadata.annotations.example.com/tier"));
    assertThat(capture.identityFields()).containsExactly(new FieldPath("spec.region"));
    assertThat(capture.groups().parameters())
        .containsExactly("spec.type=department,spec.type=team,metadata.in=true");
    assertThat(capture.totalUsers().parameters())
        .containsExactly("kind=user,metadata.namespace=a", "kind=user,spec.x");
  }

  @Test
  void insightsConfig_holds_whereNoSettingSaysOtherwise() throws IOException {
    insights(
        """
        backstageInsights:
          captureEntityFields: [spec.system]
          captureIdentityFields: [spec.region]
          captureIdentityGroupsFilter: {spec.type: team}
          totalUsersEntityQueryFilter: {metadata.namespace: corporate}
          hostFilter: portal.acme.test
          salt: hush
          debug: true
        """);
    set("capture-entity-fields", "spec.tier");
    set("total-users-entity-query-filter", "{metadata.namespace: default}");
    CatalogChoices choices = read();
    CaptureSettings capture = choices.capture();
    assertThat(capture.entityFields()).containsExactly(new FieldPath("spec.tier"));
    assertThat(capture.identityFields()).containsExactly(new FieldPath("spec.region"));
    assertThat(capture.groups().parameters()).containsExactly("spec.type=team");
    assertThat(capture.totalUsers().parameters())
        .containsExactly("kind=user,metadata.namespace=default");
    assertThat(choices.onlyHosts()).containsExactly("portal.acme.test");
    assertThat(choices.notice().orElse(""))
        .contains("backstageInsights.salt", "backstageInsights.debug")
        .doesNotContain("hush", "hostFilter");
  }

  @Test
  void wrongSetting_isRefused_byItsName() throws IOException {
    refused("capture-entity-fields", "spec.", "path");
    refused("capture-identity-groups-filter", "{spec.type: {a: b}}", "spec.type is a value");
    refused("capture-identity-groups-filter", "{spec.type", "not YAML");
    refused("total-users-entity-query-filter", "kind=user", "is a mapping of fields");
    refused("insights-config", folder.resolve("none.yaml").toString(), "cannot be read");
    insights("backstageInsights: {captureIdentityGroupsFilter: {spec.type: null}}");
    refused(
        "insights-config",
        settings.get(SETTINGS + "insights-config"),
        "backstageInsights.captureIdentityGroupsFilter: spec.type is a value");
  }

  private void refused(String setting, String value, String right) {
    settings.clear();
    set(setting, value);
    assertThatThrownBy(this::read)
        .hasMessageStartingWith(SETTINGS + setting)
        .hasMessageContaining(right);
  }

  private void insights(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("app-config.yaml"), text);
    set("insights-config", file.toString());
  }

  private void set(String setting, String value) {
    settings.put(SETTINGS + setting, value);
  }

  private CatalogChoices read() {
    HousecountConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(HousecountConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build()
            .getConfigMapping(HousecountConfig.class);
    return CatalogChoices.read(config.catalog(), name -> null);
  }
}
