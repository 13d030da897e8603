package dev.housecount.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.testing.Events;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "app, catalog, 1, true",
    "root, catalog, 1, true",
    "app, catalog, -1, true",
    "app, catalog, 10, true",
    "app, catalog, 11, false",
    "app, catalog, -11, false",
    "app, root, 1, false",
    "app, , 1, false",
    "catalog, app, 1, false",
    "catalog, catalog, 1, false",
    ", catalog, 1, false"
  })
  void visit_isDoubled_whereAnotherReportNamesThePlugin(
      String plugin, String other, int seconds, boolean doubled) {
    List<Mark> marks = marks(visit("/", plugin, 0), visit("/", other, seconds));
    assertThat(marks.get(0)).isEqualTo(doubled ? Mark.DOUBLED_VISIT : null);
  }

  @Test
  void visit_ofAnotherPage_isNoDouble() {
    assertThat(marks(visit("/", "app", 0), visit("/catalog", "catalog", 1)))
        .containsExactly(null, null);
  }

  @Test
  void visit_ofAReload_isTwoVisits() {
    assertThat(
            marks(
                visit("/", "app", 0),
                visit("/", "catalog", 1),
                visit("/", "app", 4),
                visit("/", "catalog", 5)))
        .containsExactly(Mark.DOUBLED_VISIT, null, Mark.DOUBLED_VISIT, null);
  }

  @Test
  void search_typedOn_countsOnce() {
    assertThat(marks(search("k", 0), search("ka", 20), search("kafka", 45)))
        .containsExactly(Mark.UNFINISHED_SEARCH, Mark.UNFINISHED_SEARCH, null);
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, kafka connect, 30, true",
    "kafka, kafka connect, 31, false",
    "kafka, kafka connect, 0, true",
    "kafka, kafka connect, -1, false",
    "KAF, kafka, 1, true",
    "'kafka ', kafka-connect, 1, true",
    "kafka, kafka, 1, false",
    "kafka, Kafka, 1, false",
    "kafka, 'kafka ', 1, false",
    "kafkaa, kafka, 1, false",
    "kafka, kaf, 1, false",
    "kafka, rabbit, 1, false",
    "afka, kafka, 1, false",
    "'', kafka, 1, true"
  })
  void search_isUnfinished_whereALongerOneFollows(
      String term, String next, int seconds, boolean unfinished) {
    assertThat(marks(search(term, 0), search(next, seconds)).get(0))
        .isEqualTo(unfinished ? Mark.UNFINISHED_SEARCH : null);
  }

  @Test
  void search_catalogSearchLikewise_butNotMixed() {
    assertThat(marks(event("catalog_search", "pet", 0), event("catalog_search", "petstore", 2)))
        .containsExactly(Mark.UNFINISHED_SEARCH, null);
    assertThat(marks(event("catalog_search", "pet", 0), event("search", "petstore", 2)))
        .containsExactly(null, null);
    assertThat(marks(event("click", "pet", 0), event("click", "petstore", 2)))
        .containsExactly(null, null);
  }

  @Test
  void otherActor_marksNothing() {
    Marker marker = new Marker();
    marker.add(new Actor("default", "user ~b"), search("kafka", 1));
    marker.add(new Actor("other", "user ~a"), search("kafka", 1));
    assertThat(marker.mark(new Actor("default", "user ~a"), search("k", 0))).isNull();
  }

  @Test
  void removed_marksNoMore_butItsEqualStillDoes() {
    Marker marker = new Marker();
    Actor actor = new Actor("default", "user ~a");
    for (int i = 0; i < 2; i++) {
      marker.add(actor, search("kafka", 1));
      marker.add(actor, visit("/", "catalog", 1));
    }
    marker.remove(actor, search("kafka", 1));
    marker.remove(actor, visit("/", "catalog", 1));
    assertThat(marker.mark(actor, search("k", 0))).isEqualTo(Mark.UNFINISHED_SEARCH);
    assertThat(marker.mark(actor, visit("/", "app", 0))).isEqualTo(Mark.DOUBLED_VISIT);
    marker.remove(actor, search("kafka", 1));
    marker.remove(actor, visit("/", "catalog", 1));
    assertThat(marker.mark(actor, search("k", 0))).isNull();
    assertThat(marker.mark(actor, visit("/", "app", 0))).isNull();
  }

  private static HydratedEvent visit(String path, String plugin, int second) {
    return event("navigate", path, plugin, second);
  }

  private static HydratedEvent search(String term, int second) {
    return event("search", term, "search", second);
  }

  private static HydratedEvent event(String action, String subject, int second) {
    return event(action, subject, "catalog", second);
  }

  private static HydratedEvent event(String action, String subject, String plugin, int second) {
    Instant at = NOON.plusSeconds(second);
    return Events.stored("id", action, subject, plugin, "alice", null, at, true);
  }

  private static List<Mark> marks(HydratedEvent... events) {
    Marker marker = new Marker();
    Actor actor = Actor.of(events[0], "");
    Arrays.stream(events).forEach(event -> marker.add(actor, event));
    return Arrays.stream(events).map(event -> marker.mark(actor, event)).toList();
  }
}
