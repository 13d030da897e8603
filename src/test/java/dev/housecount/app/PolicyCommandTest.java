package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.testing.Pipeline;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class PolicyCommandTest {
  @Test
  void policy_printsWhatHolds() {
    assertThat(run(Map.of(), "policy"))
        .isEqualTo(
            "# policy "
                + Pipeline.POLICY.version()
                + "\n"
                + Pipeline.POLICY.yaml().stripTrailing());
    assertThat(run(Map.of("housecount.retention.days", "7"), "policy"))
        .contains("retention: 7\n")
        .doesNotContain("retention: 90");
  }

  @Test
  void policy_table() {
    assertThat(
            run(
                Map.of("housecount.policy.text", "actions: {a: {retention: 2}}"),
                "policy",
                "table"))
        .contains("| `a` | 2 days |")
        .contains("| all others | 90 days |");
  }

  @Test
  void policy_try_showsWhatATextBecomes_inEachPlace() {
    String policy =
        "patterns: {badge: {match: '\\bB[0-9]{4}\\b', in: [subject, keys], replace: drop}}";
    assertThat(
            run(
                Map.of("housecount.policy.text", policy),
                "policy",
                "try",
                "B1234 of alice@acme.test"))
        .contains("subject     (dropped)", "keys        (dropped)")
        .contains("attributes  B1234 of <email>");
  }

  @Test
  void policy_wrong_saysWhat() {
    assertThatThrownBy(() -> run(Map.of("housecount.policy.text", "actions: [a]"), "policy"))
        .isInstanceOf(CommandException.class)
        .hasMessage("housecount.policy.text, line 1: actions is a mapping, not a list");
    assertThatThrownBy(() -> run(Map.of("housecount.policy.file", "/no/such/file"), "policy"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("cannot read /no/such/file");
    assertThatThrownBy(() -> run(Map.of(), "policy", "x")).hasMessageStartingWith("usage");
    assertThatThrownBy(() -> TokenCommand.run("token", "p", "foo"))
        .hasMessageStartingWith("usage: token PORTAL");
  }

  private static String run(Map<String, String> settings, String... args) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .build();
    return PolicyCommand.run(config, args);
  }
}
