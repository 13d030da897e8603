package dev.housecount.edge.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code backstageInsights} of a portal's {@code app-config.yaml}, which configures
 * Spotify's Insights, as far as it means something here.
 *
 * @param entityFields null where it does not say
 * @param identityFields null where it does not say
 * @param groupsFilter in its plain form; null where it does not say
 * @param totalUsersFilter in its plain form; null where it does not say
 * @param hostFilter the only host whose events count; null for all
 * @param withoutMeaning the keys that are there and mean nothing here
 */
public record InsightsConfig(
    @Nullable List<String> entityFields,
    @Nullable List<String> identityFields,
    @Nullable Object groupsFilter,
    @Nullable Object totalUsersFilter,
    @Nullable String hostFilter,
    List<String> withoutMeaning) {
  /** Says nothing. */
  public static final InsightsConfig NONE =
      new InsightsConfig(null, null, null, null, null, List.of());

  /**
   * @param source what messages call it: the setting and the file
   * @param text the whole file; all but that part is ignored
   * @param variables the environment; null for what is not set
   * @throws SettingException when that part is missing or wrong; names the key
   */
  public static InsightsConfig read(
      String source, String text, Function<String, @Nullable String> variables) {
    InsightsSection section = InsightsSection.find(new YamlSource(source), text, variables::apply);
    List<String> withoutMeaning = new ArrayList<>();
    for (InsightsKey key : InsightsKey.values()) {
      if (section.has(key) && !key.means()) {
        section.check(key);
        withoutMeaning.add(InsightsSection.ROOT + "." + key.key());
      }
    }
    return new InsightsConfig(
        section.texts(InsightsKey.CAPTURE_ENTITY_FIELDS),
        section.texts(InsightsKey.CAPTURE_IDENTITY_FIELDS),
        section.filter(InsightsKey.CAPTURE_IDENTITY_GROUPS_FILTER),
        section.filter(InsightsKey.TOTAL_USERS_ENTITY_QUERY_FILTER),
        section.text(InsightsKey.HOST_FILTER),
        withoutMeaning);
  }
}
