package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.policy.PolicyLayer;
import dev.housecount.policy.PolicyReader;
import dev.housecount.scrub.FindRule.Place;
import dev.housecount.testing.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPatternTest {
  private static final String EMPLOYEE = "employee-id: {match: '\\bE[0-9]{6}\\b'}";

  @ParameterizedTest
  @CsvSource({
    "badge of E123456, badge of <employee-id>",
    "/people/E123456/leave, /people/<employee-id>/leave",
    "%45123456, <employee-id>",
    "E123456E, E123456E",
    "e123456, e123456",
    "E123456@acme.test, <employee-id>",
    "card 4111111111111111, card <card>"
  })
  void scrub_ownPattern_isReplacedByItsName(String text, String scrubbed) {
    assertThat(finds(EMPLOYEE).scrub(text, Place.SUBJECT)).isEqualTo(scrubbed);
    assertThat(finds(EMPLOYEE).scrub(scrubbed, Place.SUBJECT)).isEqualTo(scrubbed);
  }

  @Test
  void scrub_ownPattern_onlyWhereThePolicySays_andAsItSays() {
    FindReplacer finds =
        finds("case: {match: 'C-(A|B)[0-9]+', in: [subject, keys], replace: mask}");
    assertThat(finds.scrub("about C-A17", Place.SUBJECT)).isEqualTo("about *-***");
    assertThat(finds.scrub("about C-A17", Place.ATTRIBUTES)).isEqualTo("about C-A17");
  }

  @Test
  void scrub_number_thatAPatternFinds_isReplaced() {
    assertThat(finds("staff: {match: '^77[0-9]{4}$'}").scrub(771234)).isEqualTo("<staff>");
    assertThat(finds("staff: {match: '^77[0-9]{4}$'}").scrub(7712345)).isNull();
  }

  /** The rest of such a text counts as found: nothing of it is kept, and it ends. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void scrub_hostileText_ends() {
    FindReplacer finds = finds("a: {match: 'q.*z|q'}", "b: {match: '(q|qq)+z'}");
    assertThat(finds.scrub("q".repeat(1 << 18), Place.SUBJECT)).doesNotContain("q");
  }

  @ParameterizedTest
  @CsvSource({
    "'badgeCode = x1', 'badgeCode = <secret>'",
    "'{\"badge_code\": \"x y\"}', '{\"badge_code\": \"<secret>\"}'",
    "'badge-code => \"x y\"', 'badge-code => \"<secret>\"'"
  })
  void scrub_secretKeyOfTheOperator_protectsTextsToo(String text, String scrubbed) {
    FindReplacer finds = replacer("secret-keys: [badgeCode]");
    assertThat(finds.scrub(text, Place.SUBJECT)).isEqualTo(scrubbed);
    assertThat(replacer("{}").scrub(text, Place.SUBJECT)).isEqualTo(text);
  }

  private static FindReplacer finds(String... patterns) {
    return replacer("patterns: {" + String.join(", ", patterns) + "}");
  }

  private static FindReplacer replacer(String yaml) {
    ScrubPolicy policy = PolicyReader.read(List.of(PolicyLayer.yaml("test", yaml))).scrub();
    return new FindReplacer(policy, Pipeline.SECRET);
  }
}
