package dev.housecount.app;

import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.edge.policy.PolicyException;
import dev.housecount.edge.policy.PolicyLayer;
import dev.housecount.edge.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The policy with the overrides that the settings make, the weakest first. */
final class PolicySettings {
  private static final String ACTIONS = "actions";
  private static final String ALL = "*";

  private PolicySettings() {}

  /**
   * @throws PolicyException when an override cannot be read or used; says which and why
   */
  static EffectivePolicy read(HousecountConfig config) {
    List<PolicyLayer> overrides = new ArrayList<>();
    config.policy().file().ifPresent(file -> overrides.add(file(file)));
    config
        .policy()
        .text()
        .ifPresent(text -> overrides.add(PolicyLayer.yaml("housecount.policy.text", text)));
    shorthands(config, overrides);
    return PolicyReader.read(overrides);
  }

  private static PolicyLayer file(Path file) {
    try {
      return PolicyLayer.yaml("housecount.policy.file " + file, Files.readString(file));
    } catch (IOException e) {
      throw new PolicyException(
          "housecount.policy.file",
          "cannot read " + file + "; name a file of UTF-8 text that the server may read",
          e);
    }
  }

  private static void shorthands(HousecountConfig config, List<PolicyLayer> overrides) {
    var retention = config.retention();
    var scrub = config.scrub();
    retention
        .days()
        .map(
            days -> PolicyLayer.value("housecount.retention.days", days, ACTIONS, ALL, "retention"))
        .ifPresent(overrides::add);
    retention
        .actions()
        .ifPresent(
            actions ->
                actions
                    .byAction()
                    .forEach(
                        (action, period) ->
                            overrides.add(
                                PolicyLayer.value(
                                    "housecount.retention.actions",
                                    period.toDays(),
                                    ACTIONS,
                                    action,
                                    "retention"))));
    scrub
        .attributes()
        .map(
            keys ->
                PolicyLayer.list("housecount.scrub.attributes", keys, ACTIONS, ALL, "attributes"))
        .ifPresent(overrides::add);
    scrub
        .context()
        .map(keys -> PolicyLayer.list("housecount.scrub.context", keys, ACTIONS, ALL, "context"))
        .ifPresent(overrides::add);
  }
}
