package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {
  @ParameterizedTest
  @CsvSource({
    "--user 5, no option",
    "--users, wants a value",
    "--users many, number from 1",
    "--users=0, number from 1",
    "--days 401, to 400",
    "--end yesterday, date",
    "--seed x, number",
    "--url localhost:8080, such as http://",
    "--url=ftp://x, such as http://",
    "--url http://, such as http://",
    "--url http://localhost:8080?a=b, such as http://"
  })
  void demo_wrongArguments_saysWhatIsRight(String arguments, String expected) {
    assertThatThrownBy(() -> run(("demo " + arguments).split(" ")))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void demo_help_namesEachOption() {
    assertThat(run("demo", "--users", "--help"))
        .contains("--url", "--users", "--days", "--end", "--seed", "--token", "--catalog-token");
  }

  @Test
  void demo_nobodyAtTheUrl_isAnErrorThatSaysWhatToDo() {
    assertThatThrownBy(() -> run("demo", "--url", "http://127.0.0.1:1", "--users=1", "--days=1"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Start the server first");
  }

  private static String run(String... args) {
    return DemoCommand.run(Map.of(), Clock.systemUTC(), System.out, args);
  }
}
