package dev.housecount.app;

import dev.housecount.edge.policy.EffectivePolicy;
import dev.housecount.edge.policy.PolicyException;
import dev.housecount.scrub.PolicyTrial;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;

/** {@code policy [table | try TEXT]}: prints the policy that holds, or what it makes of a text. */
final class PolicyCommand {
  static final String NAME = "policy";

  private static final String TABLE = "table";
  private static final String TRY = "try";

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
      if (args.length == 3 && args[1].equals(TRY)) {
        return PolicyTrial.of(policy.scrub()).show(args[2]);
      }
      throw new CommandException(
          "usage: policy [table | try TEXT]    (the whole as YAML; what is kept, and how long, as a"
              + " table; or what a text becomes)");
    } catch (PolicyException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  /** Outside of a running Quarkus no mapping is registered. */
  static HousecountConfig mapped(Config settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(HousecountConfig.class);
    settings.getConfigSources().forEach(builder::withSources);
    SmallRyeConfig config = builder.build();
    return config.getConfigMapping(HousecountConfig.class);
  }
}
