package dev.housecount.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.recognition.HistoryText.Look;
import dev.housecount.recognition.KnownPeople.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rise of unknown people is told of, and when no more. */
class HistoryTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

  private History history = History.NONE;
  private Instant now = MONDAY;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "all known before and now,                     50, 50, 50, 50, false",
    "nobody known any more,                        50, 50, 50,  0, true",
    "a quarter unknown at once,                    50, 50, 40, 30, true",
    "one of ten unknown at once,                   50, 50, 50, 45, false",
    "small: five of ten,                           12, 12, 10,  5, true",
    "small: four of ten,                           12, 12, 10,  6, false",
    "too few people now,                           50, 50,  9,  0, false",
    "too few people before,                         9,  9, 50,  0, false",
    "nobody was ever known,                        50,  0, 50,  0, false",
    "half was known and still is,                  50, 25, 50, 25, false",
    "half was known and nobody is,                 50, 25, 50,  0, true",
    "a third was unknown and of few now a half,    60, 40, 20, 10, false",
    "a third was unknown and of many now two,      60, 40, 90, 30, true",
    "more are known than before,                   50, 10, 50, 45, false",
  })
  void jump_beginsWhenManyMoreAreUnknownThanUsual(
      String what, int usual, int usuallyKnown, int people, int known, boolean jumped) {
    days(5, usual, usuallyKnown);
    look(people, known);
    assertThat(isJumped()).as(what).isEqualTo(jumped);
  }

  @Test
  void jump_onTheFirstDayOfACatalog_isNone() {
    for (int hour = 0; hour < 6; hour++) {
      look(50, hour < 3 ? 50 : 0);
      assertThat(isJumped()).isFalse();
      now = now.plus(Duration.ofHours(1));
    }
  }

  @Test
  void jump_aroundItsBorder_neitherComesNorGoesAllTheTime() {
    days(5, 100, 100);
    look(100, 79);
    Instant since = history.last().jump().since();
    for (int unknown : new int[] {19, 21, 12, 25, 11, 22}) {
      now = now.plus(Duration.ofHours(1));
      look(100, 100 - unknown);
      assertThat(history.last().jump().since()).isEqualTo(since);
    }
    now = now.plus(Duration.ofHours(1));
    look(100, 91);
    assertThat(isJumped()).isFalse();
    now = now.plus(Duration.ofHours(1));
    look(100, 85);
    assertThat(isJumped()).isFalse();
  }

  @Test
  void jump_overAWeekendWithoutPeople_isStillThere() {
    days(5, 50, 50);
    days(1, 50, 0);
    days(2, 3, 3);
    assertThat(isJumped()).isTrue();
    days(1, 50, 50);
    assertThat(isJumped()).isFalse();
  }

  @Test
  void jump_whileItLasts_isNotTakenForUsual() {
    days(5, 50, 50);
    days(6, 50, 0);
    assertThat(isJumped()).isTrue();
    days(1, 50, 50);
    assertThat(isJumped()).isFalse();
    days(1, 50, 0);
    assertThat(isJumped()).as("a second one is one as well").isTrue();
  }

  @Test
  void jump_afterTwoWeeks_isHowThingsAre() {
    days(10, 50, 50);
    days(14, 50, 15);
    assertThat(isJumped()).isTrue();
    days(20, 50, 15);
    assertThat(isJumped()).isFalse();
    days(1, 50, 0);
    assertThat(isJumped()).as("from what is usual by now").isTrue();
  }

  @Test
  void history_keepsTheDaysOfFourWeeks() {
    days(100, 50, 50);
    assertThat(history.days()).hasSize(28);
    days(5, 0, 0);
    assertThat(history.isOver()).isFalse();
    days(40, 0, 0);
    assertThat(history.isOver()).isTrue();
  }

  @Test
  void text_isReadAsItWasWritten() {
    days(6, 50, 50);
    look(50, 3);
    Map<String, History> portals = Map.of("a portal", history, "b", History.NONE);
    Look look = new Look(now, portals);
    assertThat(HistoryText.decode(HistoryText.encode(look))).isEqualTo(look);
    Look none = new Look(now, Map.of());
    assertThat(HistoryText.decode(HistoryText.encode(none))).isEqualTo(none);
  }

  @Test
  void text_ofALaterVersion_isReadAsNothing() {
    byte[] later = "recognition 2 what nobody knows yet\nportal".getBytes(UTF_8);
    assertThat(HistoryText.decode(later)).isEqualTo(Look.NONE);
  }

  private void days(int days, int people, int known) {
    for (int day = 0; day < days; day++) {
      look(people, known);
      now = now.plus(Duration.ofDays(1));
    }
  }

  private void look(int people, int known) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    history = history.after(new Count(people, known), now, today);
    assertThat(List.copyOf(history.days()))
        .isSortedAccordingTo(java.util.Comparator.comparing(History.Day::date));
  }

  private boolean isJumped() {
    return history.last().jump() != null;
  }
}
