package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"tokn", "serve", "", "-Dhousecount.retention.days=30", "--port"})
  void answer_noCommand_saysWhichThereAre(String word) {
    assertThatThrownBy(() -> Main.answer(word))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("\"" + word + "\" is no command.")
        .hasMessageContainingAll("token PORTAL SCOPE", "policy [table]", "before -jar");
  }

  @Test
  void answer_help_isNoError() {
    assertThat(Main.answer("--help")).isEqualTo(Main.answer("help")).contains("policy [table]");
  }
}
