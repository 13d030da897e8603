package dev.housecount.app;

import dev.housecount.policy.EffectivePolicy;
import dev.housecount.policy.PolicyException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;

/** {@code policy [table]}: prints the policy that holds with the settings as they are. */
final class PolicyCommand {
  static final String NAME = "policy";

  private static final String TABLE = "table";

  private PolicyCommand() {}

  /**
   * Returns the text for the person.
   *
   * @throws CommandException when it cannot be had
   */
  static String run(Config settings, String... args) {
    try {
      EffectivePolicy policy = PolicySettings.read(mapped(settings));
      if (args.length == 1) {
        return "# policy " + policy.version() + "\n" + policy.yaml().stripTrailing();
      }
      if (args.length == 2 && args[1].equals(TABLE)) {
        return policy.table().stripTrailing();
      }
      throw new CommandException(
          "usage: policy [table]    (the whole as YAML, or what is kept and how long as a table)");
    } catch (PolicyException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  /** Outside of a running Quarkus no mapping is registered. */
  private static HousecountConfig mapped(Config settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(HousecountConfig.class);
    settings.getConfigSources().forEach(builder::withSources);
    SmallRyeConfig config = builder.build();
    return config.getConfigMapping(HousecountConfig.class);
  }
}
