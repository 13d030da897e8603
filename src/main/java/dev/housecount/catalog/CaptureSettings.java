package dev.housecount.catalog;

import java.util.List;

/**
 * What is captured beyond the defaults, and who counts.
 *
 * @param entityFields of entities that are no people
 * @param identityFields of people, beside {@code metadata.namespace}
 * @param groups which groups are shown
 * @param totalUsers which users count; of users alone
 */
public record CaptureSettings(
    List<FieldPath> entityFields,
    List<FieldPath> identityFields,
    EntityFilter groups,
    EntityFilter totalUsers) {
  /** Nothing but the defaults, all groups and all users. */
  public static final CaptureSettings DEFAULTS =
      new CaptureSettings(List.of(), List.of(), EntityFilter.ALL, EntityFilter.ofUsers(null));

  public CaptureSettings {
    entityFields = entityFields.stream().distinct().toList();
    identityFields = identityFields.stream().distinct().toList();
  }
}
