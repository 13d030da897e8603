package dev.housecount.scrub.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.Detection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DetectorsPropertyTest {
  private static final Set<FindKind> ALL = EnumSet.allOf(FindKind.class);

  /** Parts of what detectors look for, so that chance puts together what is nearly a find. */
  private static final String[] PIECES = {
    "@",
    ".",
    ":",
    "::",
    "/",
    "//",
    "://",
    "%",
    "%40",
    "%25",
    "&#64;",
    "&",
    "\\",
    "\\u0040",
    "-",
    " ",
    "+",
    "+49",
    "(",
    ")",
    "0",
    "1",
    "06",
    "12",
    "2024",
    "4111",
    "1111",
    "ffff",
    "10.1.2.3",
    "alice",
    "acme.test",
    "DE89",
    "370400440532013000",
    "password",
    "token",
    "=",
    "\"",
    "'",
    "<",
    ">",
    "</",
    "is",
    "Bearer",
    "eyJ",
    "eyJhbGciOiJIUzI1NiJ9",
    "AKIA",
    "IOSFODNN7EXAMPLE",
    "ghp_",
    "abcdefghijklmnopqrst",
    "-----BEGIN ",
    "PRIVATE KEY",
    "-----",
    "END ",
    "<secret>",
    "<email>",
    "<phone>",
    "é",
    "例",
    "\u200b",
    "\u0661",
    "\uff20",
    "\ud83d\ude00",
    "\ud83d",
    "\n",
    "x",
    "A",
    "phone",
    "00",
    "%3A",
    "T10:15",
    "é@"
  };

  private static final Detectors EVERYTHING = Detection.of(ALL);

  @Property(tries = 20_000, seed = "6")
  void find_anyText_isInOrder_insideTheText_withoutOverlaps(@ForAll("texts") String text) {
    int end = 0;
    for (Find find : EVERYTHING.find(text)) {
      assertThat(find.start()).isGreaterThanOrEqualTo(end);
      assertThat(find.end()).isGreaterThan(find.start()).isLessThanOrEqualTo(text.length());
      end = find.end();
    }
  }

  /** Nothing is left of a URL's user info, so that its neighbours may join to something new. */
  @Property(tries = 20_000, seed = "6")
  void scrub_itsOwnResult_changesNothing(@ForAll("texts") String text) {
    Assume.that(!text.contains("//"));
    String once = Detection.scrub(text);
    assertThat(Detection.scrub(once)).isEqualTo(once);
  }

  @Property(tries = 2_000, seed = "6")
  void find_value_isFoundBetweenAnyWords(
      @ForAll("words") String before, @ForAll("words") String after) {
    String text = before + " alice@acme.test " + after;
    assertThat(Detection.scrub(text)).doesNotContain("alice");
  }

  @Property(tries = 2_000, seed = "6")
  void find_anyKinds_findsOnlyThose(@ForAll("texts") String text, @ForAll Set<FindKind> enabled) {
    List<Find> finds = Detection.of(enabled).find(text);
    assertThat(finds).allMatch(find -> enabled.contains((FindKind) find.kind()));
  }

  @Property(tries = 5_000, seed = "6")
  void kindOf_anyNumber_neverThrows(@ForAll double number) {
    Kind kind = EVERYTHING.kindOf(number);
    assertThat(kind).isIn((Kind) null, FindKind.CARD, FindKind.PHONE);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(14).map(list -> String.join("", list));
    return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().ofMaxLength(60));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().alpha().numeric().withChars(" /:=.").ofMaxLength(20);
  }
}
