package dev.housecount.edge.http.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.template.Template;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
  @Test
  void theGateway_saysTheSame() {
    assertThat(Template.read().cors())
        .containsEntry("AllowOrigins", Map.of("Ref", "PortalOrigins"))
        .containsEntry("AllowHeaders", CrossOrigin.REQUEST_HEADERS)
        .containsEntry("ExposeHeaders", CrossOrigin.ANSWER_HEADERS)
        .containsEntry("MaxAge", Integer.valueOf(CrossOrigin.MAX_AGE));
  }

  @Test
  void origins_areWrittenAsBrowsersDo() {
    assertThat(Origins.of(Set.of(" https://Portal.acme.test ")).contain("https://portal.acme.test"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "portal.acme.test",
        "*",
        "null",
        "https://a.test/",
        "https://a.test/x",
        "ftp://a.test"
      })
  void origins_whatIsNone_isRefusedAtTheStart(String text) {
    assertThatThrownBy(() -> Origins.of(Set.of(text))).isInstanceOf(IllegalArgumentException.class);
  }
}
