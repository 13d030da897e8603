package dev.housecount.scrub.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.Detection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdsTest {
  /** Each with its check digit, or the digit that it depends on, last. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "260656 52683", // Norway
        "784-1987-1719132-8", // United Arab Emirates
        "2807979402617", // Slovenia
        "19056562846", // Greece
        "787-805-22-48", // Poland
        "27-80456401-8", // Argentina
        "18800138-6", // Chile
        "402-5876612-6", // Dominican Republic
        "3.338.093-8", // Uruguay
        "7901216597080" // South Africa
      })
  void find_idWithACheck_isFound_andNotWithAnotherDigit(String id) {
    assertThat(Detection.scrub("who is " + id + "?")).isEqualTo("who is <id>?");
    char last = id.charAt(id.length() - 1);
    String other = id.substring(0, id.length() - 1) + (last == '0' ? '1' : (char) (last - 1));
    assertThat(Detection.scrub("who is " + other + "?")).doesNotContain("<id>");
  }

  /** What only a word would tell is for a policy's patterns. */
  @ParameterizedTest
  @ValueSource(strings = {"BSN 111222333", "passport C01X00T47", "EGN 8012224212", "id 50666468"})
  void find_numberWhoseCheckDecidesNothing_isNotFound(String text) {
    assertThat(Detection.find(text)).isEmpty();
  }

  /** Numbers that would pass, if nothing said what they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/runs/19056562846",
        "order number 19056562846",
        "jobId=19056562846",
        "run 19056562846",
        "build 19056562846",
        "tax 20241122",
        "19056562846 bytes",
        "arn:aws:iam::676230000009:role/deploy",
        "676230000009.dkr.ecr.eu-west-1.amazonaws.com/app",
        "account 676230000009",
        "aws account id 676230000009",
        "20241122-1",
        "561 212 333 rows",
        "rgb(255 246 140)",
        "user id 123456789",
        "page id 987654321"
      })
  void find_numberThatIsNamedOtherwise_isNotFound(String text) {
    assertThat(Detection.find(text)).isEmpty();
  }
}
