package dev.housecount.app;

import dev.housecount.catalog.CaptureSettings;
import dev.housecount.catalog.EntityFilter;
import dev.housecount.catalog.FieldPath;
import dev.housecount.edge.insights.CatalogYaml;
import dev.housecount.edge.insights.InsightsConfig;
import dev.housecount.edge.insights.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the settings and Insights' own configuration say of the catalog.
 *
 * @param capture what is kept
 * @param onlyHosts the only ones whose events count; none for all
 * @param notice what an operator should know, without values; empty when there is nothing
 */
record CatalogChoices(CaptureSettings capture, List<String> onlyHosts, Optional<String> notice) {
  private static final String SETTINGS = "housecount.catalog.";
  private static final String INSIGHTS = SETTINGS + "insights-config";

  /**
   * @param variables the environment
   * @throws SettingException when something cannot be used; says which setting and what is right
   */
  static CatalogChoices read(CatalogConfig config, Function<String, @Nullable String> variables) {
    InsightsConfig insights =
        config.insightsConfig().map(file -> insights(file, variables)).orElse(InsightsConfig.NONE);
    String file = INSIGHTS + config.insightsConfig().map(path -> " " + path).orElse("");
    CaptureSettings capture =
        new CaptureSettings(
            paths(config.captureEntityFields(), "capture-entity-fields")
                .orElseGet(
                    () ->
                        paths(
                            file + ": backstageInsights.captureEntityFields",
                            insights.entityFields())),
            paths(config.captureIdentityFields(), "capture-identity-fields")
                .orElseGet(
                    () ->
                        paths(
                            file + ": backstageInsights.captureIdentityFields",
                            insights.identityFields())),
            filter(
                config.captureIdentityGroupsFilter(),
                "capture-identity-groups-filter",
                new Given(
                    file + ": backstageInsights.captureIdentityGroupsFilter",
                    insights.groupsFilter()),
                EntityFilter::of),
            filter(
                config.totalUsersEntityQueryFilter(),
                "total-users-entity-query-filter",
                new Given(
                    file + ": backstageInsights.totalUsersEntityQueryFilter",
                    insights.totalUsersFilter()),
                EntityFilter::ofUsers));
    return new CatalogChoices(
        capture, Optional.ofNullable(insights.hostFilter()).stream().toList(), notice(insights));
  }

  /** A filter in its plain form, and what messages call it. */
  private record Given(String place, @Nullable Object plain) {
    EntityFilter with(Function<@Nullable Object, EntityFilter> form) {
      try {
        return form.apply(plain);
      } catch (IllegalArgumentException e) {
        throw new SettingException(place, String.valueOf(e.getMessage()));
      }
    }
  }

  private static EntityFilter filter(
      Optional<String> text,
      String setting,
      Given insights,
      Function<@Nullable Object, EntityFilter> form) {
    String place = SETTINGS + setting;
    return text.map(yaml -> new Given(place, CatalogYaml.read(place, yaml)))
        .orElse(insights)
        .with(form);
  }

  private static Optional<List<FieldPath>> paths(Optional<List<String>> texts, String setting) {
    return texts.map(list -> paths(SETTINGS + setting, list));
  }

  private static List<FieldPath> paths(String place, @Nullable List<String> texts) {
    try {
      return texts == null ? List.of() : texts.stream().map(FieldPath::new).toList();
    } catch (IllegalArgumentException e) {
      throw new SettingException(place, String.valueOf(e.getMessage()));
    }
  }

  private static InsightsConfig insights(Path file, Function<String, @Nullable String> variables) {
    String source = INSIGHTS + " " + file;
    try {
      return InsightsConfig.read(source, Files.readString(file), variables);
    } catch (IOException e) {
      throw new SettingException(
          source, "cannot be read; name an app-config.yaml that the server may read");
    }
  }

  private static Optional<String> notice(InsightsConfig insights) {
    return insights.withoutMeaning().isEmpty()
        ? Optional.empty()
        : Optional.of(
            INSIGHTS + ": " + String.join(", ", insights.withoutMeaning()) + " mean nothing here");
  }
}
