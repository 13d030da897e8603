package dev.housecount.scrub.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.Detection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdsTest {
  /** Each with its check digit, or the digit that it depends on, last. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "131084-11809", // Latvia
        "260656 52683", // Norway
        "46-575/2798", // Austria
        "784-1987-1719132-8", // United Arab Emirates
        "2807979402617", // Slovenia
        "19056562846", // Greece
        "64017398 7 ZX0", // Portugal
        "787-805-22-48", // Poland
        "27-80456401-8", // Argentina
        "18800138-6", // Chile
        "402-5876612-6", // Dominican Republic
        "171006482-3", // Ecuador
        "3.338.093-8", // Uruguay
        "0614-040778-058-2", // El Salvador
        "GOMA820810K3A", // Mexico
        "V-26142122-0", // Venezuela
        "B280480230414C", // Mauritius
        "7901216597080", // South Africa
        "2-700713-5474", // Hungary
        "458-357481-9", // Iran
        "19 72 870 934 090" // France
      })
  void find_idWithACheck_isFound_andNotWithAnotherDigit(String id) {
    assertThat(Detection.scrub("who is " + id + "?")).isEqualTo("who is <id>?");
    char last = id.charAt(id.length() - 1);
    String other = id.substring(0, id.length() - 1) + (last == '0' ? '1' : (char) (last - 1));
    assertThat(Detection.scrub("who is " + other + "?")).doesNotContain("<id>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "050666-4689",
        "78.12.11-170.58",
        "890829/0358",
        "R801045405313",
        "561 212 333",
        "3702 55446 1",
        "01.234.567.8-901.000",
        "4321-7654321-0",
        "8120456A001PB7",
        "321234-56789"
      })
  void find_idOfARareForm_isFound(String id) {
    assertThat(Detection.scrub("id: " + id)).isEqualTo("id: <id>");
  }

  @ParameterizedTest
  @CsvSource({
    "EGN,8012224212",
    "ИНН,778336797156",
    "UTR,4740842368",
    "mynumber,061898714143",
    "teudat zehut,377752282",
    "NIF,270631453",
    "TFN,699031457",
    "IRD,73651263",
    "РНОКПП,3866232792",
    "Thai national id,3505817000253",
    "socialSecurity,219098765"
  })
  void find_weakId_onlyBehindItsName(String name, String id) {
    assertThat(Detection.scrub(name + " " + id)).isEqualTo(name + " <id>");
    assertThat(Detection.scrub("what about " + id)).doesNotContain("<id>");
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
