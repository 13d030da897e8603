package dev.housecount.edge.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.catalog.PageReceipt.Rejection;
import dev.housecount.catalog.PushedPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogLinesTest {
  @Test
  void read_anObjectALine_countsEmptyLines() {
    CatalogLines.Contents contents = read("{\"a\":1}\n\n \t\r\n{\"b\":2}\r\n{\"c\":3}");
    assertThat(contents.lines())
        .containsExactly(
            new PushedPage.Line(1, Map.of("a", 1L)),
            new PushedPage.Line(4, Map.of("b", 2L)),
            new PushedPage.Line(5, Map.of("c", 3L)));
    assertThat(contents.rejected()).isEmpty();
    assertThat(read("").lines()).isEmpty();
    assertThat(read("\n\n").lines()).isEmpty();
  }

  @Test
  void read_byteOrderMark_isNoPartOfTheFirstLine() {
    assertThat(read("\uFEFF{\"a\":1}\n{\"b\":2}").lines()).hasSize(2);
    assertThat(read("\uFEFF").rejected()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":}",
        "nothing",
        "{}{}",
        "{} x",
        "[]",
        "\"text\"",
        "7",
        "null",
        "true",
        "{'a':1}",
        "{\"a\":NaN}",
        "\u0000",
        "]",
        "{\"a\":\"\u0007\"}"
      })
  void read_whatIsNoObject_costsItsLineOnly(String line) {
    CatalogLines.Contents contents = read("{\"a\":1}\n" + line + "\n{\"b\":2}");
    assertThat(contents.lines()).extracting(PushedPage.Line::number).containsExactly(1, 3);
    assertThat(contents.rejected()).extracting(Rejection::line).containsExactly(2);
    assertThat(contents.rejected()).extracting(Rejection::reason).isNotEqualTo(List.of(""));
  }

  @Test
  void read_aLineOver256KiB_isRejectedAlone() {
    String exactly = "{\"a\":\"" + "x".repeat(CatalogLimits.LINE - 8) + "\"}";
    String over = "{\"a\":\"" + "x".repeat(CatalogLimits.LINE - 7) + "\"}";
    CatalogLines.Contents contents = read(exactly + "\r\n" + over + "\n{\"b\":2}");
    assertThat(contents.lines()).extracting(PushedPage.Line::number).containsExactly(1, 3);
    assertThat(contents.rejected())
        .containsExactly(new Rejection(2, "The line has more than 262144 bytes"));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 1000, 60_000})
  void read_deeperThanAnyEntity_isRejectedAlone(int depth) {
    String deep = "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    String deepObjects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    String open = "[".repeat(depth * 4);
    CatalogLines.Contents contents = read(deep + "\n" + open + "\n" + deepObjects + "\n{\"b\":2}");
    assertThat(contents.lines()).extracting(PushedPage.Line::number).containsExactly(4);
    assertThat(contents.rejected()).extracting(Rejection::line).containsExactly(1, 2, 3);
  }

  @Test
  void read_asDeepAsFormsOfTemplates_isTaken() {
    assertThat(read("{\"a\":".repeat(100) + "1" + "}".repeat(100)).lines()).hasSize(1);
  }

  @Test
  void read_values_asPlainOnes() {
    Map<String, Object> entity =
        read("{\"n\":null,\"t\":\"\\ud83d\\ude00\\ud83d\\u0000\",\"l\":[1,null,2.5,true,[]],\"o\":{\"x\":null},\"big\":1e999,\"i\":-0,\"a\":1,\"a\":\"last\",\"gone\":1,\"gone\":null}")
            .lines()
            .get(0)
            .entity();
    assertThat(entity)
        .isEqualTo(
            Map.of(
                "t",
                "😀\uFFFD\uFFFD",
                "l",
                List.of(1L, 2.5, true, List.of()),
                "o",
                Map.of(),
                "i",
                0L,
                "a",
                "last"));
  }

  @Test
  void read_malformedUtf8_isReplaced() {
    byte[] page = "{\"a\":\"x?\"}".getBytes(UTF_8);
    page[7] = (byte) 0xc3;
    assertThat(CatalogLines.read(page).lines().get(0).entity()).containsEntry("a", "x\uFFFD");
  }

  private static CatalogLines.Contents read(String page) {
    return CatalogLines.read(page.getBytes(UTF_8));
  }
}
