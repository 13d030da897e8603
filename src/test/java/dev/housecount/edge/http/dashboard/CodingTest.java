package dev.housecount.edge.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|identity",
        "''|identity",
        "gzip, deflate, br, zstd|br gzip identity",
        "gzip|gzip identity",
        "GZIP ;Q=0.8|gzip identity",
        "x-gzip|gzip identity",
        "br;q=0, gzip|gzip identity",
        "br;q=0.5, gzip;q=0.9|gzip br identity",
        "br;q=1.0,gzip;q=1|br gzip identity",
        "*|br gzip identity",
        "*;q=0.5, br;q=0|gzip identity",
        "identity, gzip;q=0.5|identity gzip",
        "identity;q=0.5, gzip;q=0.5|gzip identity",
        "identity;q=0, br|br identity",
        "*;q=0|identity",
        "*;q=0, gzip|gzip identity",
        "br;q=nonsense|identity",
        "br;q=|identity",
        "br;q=-3, gzip;q=7|gzip identity",
        "deflate, zstd;q=0.1|identity",
        "brotli, ungzip|identity",
        ";;,,;q=1|identity"
      })
  void taken_anyHeader_bestFirst_identityAtLast(String header, String expected) {
    List<String> headers = header == null ? List.of() : List.of(header);
    assertThat(words(headers)).isEqualTo(expected);
    // What joins a request to Lambda splits it at its commas.
    List<String> split = header == null ? List.of() : Arrays.asList(header.split(","));
    assertThat(words(split)).isEqualTo(expected);
  }

  private static String words(List<String> headers) {
    return String.join(" ", Coding.taken(headers).stream().map(Coding::word).toList());
  }
}
