package dev.housecount.edge.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogYamlTest {
  @Test
  void scalars_areThoseOfYaml12_asPortalsReadThem() {
    assertThat(read("[true, False, yes, No, on, 'true', 7, -1.5, 1e3, .5, 5., 0x1F, 0o17, 010]"))
        .isEqualTo(
            List.of(
                true, false, "yes", "No", "on", "true", 7d, -1.5, 1000d, .5, 5d, 31d, 15d, 10d));
    assertThat(read("[null, ~, 2026-03-01, 12:30:45, 1_000, a b]"))
        .isEqualTo(
            new ArrayList<>(Arrays.asList(null, null, "2026-03-01", "12:30:45", "1_000", "a b")));
  }

  @Test
  void filter_onOneLine_isRead() {
    assertThat(read("{spec.type: [department, team], relations.memberOf: {$exists: true}}"))
        .isEqualTo(
            Map.of(
                "spec.type",
                List.of("department", "team"),
                "relations.memberOf",
                Map.of("$exists", true)));
    assertThat(CatalogYaml.read("setting", "")).isNull();
  }

  @Test
  void noYaml_isRefused_withTheSetting() {
    for (String text : List.of("{a", "a: b: c", "{[a]: b}", "{a: 1, a: 2}", "\u0001", "a: *b")) {
      assertThatThrownBy(() -> CatalogYaml.read("setting", text))
          .isInstanceOf(SettingException.class)
          .hasMessageStartingWith("setting");
    }
  }

  private static Object read(String yaml) {
    Object plain = CatalogYaml.read("setting", yaml);
    return plain == null ? "" : plain;
  }
}
