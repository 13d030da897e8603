package dev.housecount.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRefTest {
  /** What stringifyEntityRef(parseEntityRef(ref, component)) of catalog-model 1.10.3 says. */
  private static final Path VECTORS = Path.of("src", "test", "vectors", "refs.json");

  @ParameterizedTest
  @MethodSource("refs")
  void parse_asBackstageDoes_andRoundTrips(String ref, String expected) {
    var parsed = EntityRef.parse(ref, "component");
    assertThat(parsed.map(EntityRef::toString).orElse(null)).isEqualTo(expected);
    parsed.ifPresent(entity -> assertThat(EntityRef.parse(entity.toString(), "")).hasValue(entity));
  }

  @Test
  void of_partsThatCouldNotBeReadBack_areNoRef() {
    assertThat(EntityRef.of("a:b", "c", "d")).isEmpty();
    assertThat(EntityRef.of("a", "b/c", "d")).isEmpty();
    assertThat(EntityRef.of("a", "b", " ")).isEmpty();
    assertThat(EntityRef.of("a", "b:c", "d:e/f").orElseThrow()).hasToString("a:b:c/d:e/f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user:corp:José/x",
        " User:Corp:JOSÉ/X/ ",
        "user:corp:Jose\u0301/x",
        "user：corp：josé／x",
        "user: corp:josé /x"
      })
  void ofUser_everySpelling_isOne(String ref) {
    assertThat(EntityRef.ofUser(ref)).isEqualTo("user:corp:josé/x");
  }

  @Test
  void ofUser_whatIsNoRef_staysInLowerCase() {
    assertThat(EntityRef.ofUser(" User:Default/ ")).isEqualTo("user:default/");
    assertThat(EntityRef.ofUser("/X")).isEqualTo("/x");
  }

  static Stream<Object[]> refs() throws IOException {
    String[][] refs = new ObjectMapper().readValue(VECTORS.toFile(), String[][].class);
    return Arrays.stream(refs).map(ref -> new Object[] {ref[0], ref[1]});
  }
}
