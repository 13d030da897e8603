package dev.housecount.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.2.0",
        "1.57.0",
        "1.57",
        "1.57.0-next.1",
        "0.2.0-alpha.10",
        "1.0.0-rc1",
        "0.0.0-nightly-20261128023145"
      })
  void versions_ofModules_areKept(String version) {
    assertThat(new Versions(version, version).module()).isEqualTo(version);
    assertThat(new Versions(version, version).backstage()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "latest",
        "1",
        "v1.2.3",
        "10.1.2.3",
        "1.0.0-alice",
        "1.0.0-4111111111111111",
        "alice@acme.test",
        "1.57.0 ",
        "1.57.0\n",
        "12345.1",
        "1.57.0+build"
      })
  void versions_whatIsNone_isNull(String text) {
    assertThat(new Versions(text, text)).isEqualTo(Versions.NONE);
  }
}
