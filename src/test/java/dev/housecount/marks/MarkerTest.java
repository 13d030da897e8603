package dev.housecount.marks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  @ParameterizedTest
  @CsvSource({
    "kubernetes, kubernetes, 1, true",
    "kubernetes, kubernetes, 6, true",
    "kubernetes, kubernetes, 2000, true",
    "kubernetes, kubernetes, 2001, false",
    "kubernetes, kubernetes, 30000, false",
    "app, app, 6, true",
    "app, root, 6, true",
    "kubernetes, catalog, 6, true",
    "techdocs, techdocs-addons, 6, true",
    "kubernetes, , 6, false",
    ", , 6, false"
  })
  void visit_reportedAgainAtOnce_isDoubled(
      String plugin, String again, int millis, boolean doubled) {
    List<Mark> marks = marks(visitAt("/a", plugin, 0), visitAt("/a", again, millis));
    assertThat(marks).containsExactly(null, doubled ? Mark.DOUBLED_VISIT : null);
  }

  @Test
  void visit_alsoOfAPluginsOwn_countsForThatPlugin() {
    assertThat(marks(visitAt("/a", "catalog", 0), visitAt("/a", "kubernetes", 6)))
        .containsExactly(Mark.DOUBLED_VISIT, null);
  }

  @Test
  void visit_reportedThreeTimes_countsOnce_alsoWithATrailingSlash() {
    assertThat(
            marks(
                visitAt("/a", "kubernetes", 0),
                visitAt("/a/", "kubernetes", 1500),
                visitAt("/a", "kubernetes", 3000)))
        .containsExactly(null, Mark.DOUBLED_VISIT, Mark.DOUBLED_VISIT);
  }

  @Test
  void visit_awayAndBack_isTwoVisits() {
    assertThat(
            marks(
                visitAt("/a", "kubernetes", 0),
                visitAt("/b", "catalog", 400),
                visitAt("/a", "kubernetes", 900)))
        .containsExactly(null, null, null);
  }

  @Test
  void visit_ofOneMillisecond_theOneSentFirstCounts() {
    HydratedEvent first = Events.placed(visitAt("/a", "kubernetes", 0, "z"), 0);
    HydratedEvent second = Events.placed(visitAt("/a", "kubernetes", 0, "a"), 1);
    assertThat(marks(second, first)).containsExactly(Mark.DOUBLED_VISIT, null);
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

  @ParameterizedTest
  @CsvSource({"qeta_search", "searchDocs", "docs.search", "Search", "catalog-search"})
  void search_ofAnyName_isTypedOn(String action) {
    assertThat(marks(event(action, "k", 0), event(action, "ku", 1), event(action, "kube", 2)))
        .containsExactly(Mark.UNFINISHED_SEARCH, Mark.UNFINISHED_SEARCH, null);
  }

  /** The last term counts, those before it were on the way. */
  @ParameterizedTest
  @CsvSource({
    "ㄎ ㄎㄚ 卡",
    "ㄎㄚˇ 卡 卡ㄈ 卡夫ㄎㄚ 卡夫卡",
    "k ka kafu kafuk 卡夫卡",
    "jie'kou 接口 接口wen'd 接口文档",
    "監控 監控ㄆ 監控平台",
    "ㅋ 카 캎 카프 카픜 카프카",
    "ㄴ 너 넉 넋 넋시",
    "ㄱ 고 과 광",
    "k か かf かふ かふk かふか カフカ",
    "ｋ か かｆ 可不可",
    "けいさ けいさつ 警察",
    "たべ 食べ 食べる",
    "し しゃ しゃk しゃっ しゃっか",
    "か が がぞ がぞう 画像",
    "t ti tie tiê tiên tiếng",
    "caf café"
  })
  void search_composed_countsOnce(String typed) {
    String[] terms = typed.split(" ", -1);
    HydratedEvent[] events = new HydratedEvent[terms.length];
    for (int i = 0; i < terms.length; i++) {
      events[i] = search(terms[i], i * 2);
    }
    assertThat(marks(events))
        .as(typed)
        .endsWith((Mark) null)
        .filteredOn(mark -> mark != Mark.UNFINISHED_SEARCH)
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, 卡夫卡, 2",
    "docker, ドッカー, 2",
    "API, 接口, 2",
    "監控, 告警, 2",
    "カフカ, 可不可, 2",
    "카프카, 래빗, 2",
    "kafuka, 卡夫卡, 11",
    "jiekou, 文, 2",
    "か, 監視システム, 40",
    "k, かふか, 40",
    "b, かふか, 2",
    "が, かふか, 2",
    "café, cafe, 2"
  })
  void search_otherTerm_isAnotherSearch(String term, String next, int seconds) {
    assertThat(marks(search(term, 0), search(next, seconds))).containsExactly(null, null);
  }

  @Test
  void search_composedOfAnotherThanTheOneBefore_isAnotherSearch() {
    assertThat(marks(search("api", 0), search("jiekou", 3), search("接口", 5)))
        .containsExactly(null, Mark.UNFINISHED_SEARCH, null);
  }

  @Test
  void search_whoseResultWasOpened_isFinished() {
    for (HydratedEvent opening :
        List.of(
            event("discover", "Kafka cluster", 5),
            link("Kafka", "/catalog/default/component/search", 5),
            link("Kafka", "https://kafka.apache.org", 5),
            event("click", "/docs/default/component/kafka", 5),
            visit("/catalog/default/component/kafka", "catalog", 5))) {
      assertThat(marks(search("kafka", 0), opening, search("kafka connect", 25)))
          .as(opening.event().action())
          .containsExactly(null, null, null);
    }
  }

  @Test
  void search_withinWhichNothingWasOpened_isUnfinished() {
    for (HydratedEvent other :
        List.of(
            link("Next", "/search?pageCursor=a", 5),
            event("click", "Clear", 5),
            visit("/search", "app", 5),
            visit("/find", "search", 5),
            visit("/portal/search", "root", 5),
            event("discover", "before", -1),
            event("discover", "behind", 26),
            event("filter", "x", 5))) {
      assertThat(marks(search("kafka", 0), other, search("kafka connect", 25)).get(0))
          .as(other.event().action() + other.event().subject())
          .isEqualTo(Mark.UNFINISHED_SEARCH);
    }
  }

  /** Tables that are searched keep the term in their address. */
  @Test
  void search_onAPageThatOnlyChangesItsQuery_isUnfinished() {
    assertThat(
            marks(
                visit("/questions", "qeta", -5),
                event("qeta_search", "k", 0),
                visit("/questions", "qeta", 1),
                event("qeta_search", "kube", 2)))
        .containsExactly(null, Mark.UNFINISHED_SEARCH, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, kafka, 1, true",
    "kafka, ' Kafka', 1, true",
    "kafka, ｋａｆｋａ, 1, true",
    "kafka, kafka, 10, true",
    "kafka, kafka, 11, false",
    "kafka, rabbit, 1, false",
    "'', '', 1, true"
  })
  void search_askedAgain_isRepeated(String term, String again, int seconds, boolean repeated) {
    assertThat(marks(search(term, 0), search(again, seconds)))
        .containsExactly(null, repeated ? Mark.REPEATED_SEARCH : null);
  }

  @Test
  void search_askedAgainForOtherTypes_isRepeated_butNotByAnotherAction() {
    assertThat(marks(typed("kafka", "techdocs", 0), typed("kafka", "catalog", 3)))
        .containsExactly(null, Mark.REPEATED_SEARCH);
    assertThat(marks(search("kafka", 0), event("catalog_search", "kafka", 3)))
        .containsExactly(null, null);
  }

  @Test
  void search_typedOnWithOtherTypes_isAnotherSearch() {
    assertThat(marks(typed("kaf", "techdocs", 0), typed("kafka", "catalog", 3)))
        .containsExactly(null, null);
  }

  @Test
  void search_askedThreeTimes_alsoAfterOpening_countsOnce() {
    assertThat(
            marks(
                search("kafka", 0),
                event("discover", "Kafka", 5),
                search("kafka", 9),
                search("kafka", 18)))
        .containsExactly(null, null, Mark.REPEATED_SEARCH, Mark.REPEATED_SEARCH);
  }

  @Test
  void search_goneBackTo_countsWhereItWasUnfinishedBefore() {
    assertThat(marks(search("kafka", 0), search("kafka connect", 4), search("kafka", 8)))
        .containsExactly(Mark.UNFINISHED_SEARCH, null, null);
  }

  @Test
  void search_repeatedAndTypedOn_isUnfinished() {
    assertThat(marks(search("kafka", 0), typed("kafka", "x", 2), typed("kafka c", "x", 4)))
        .containsExactly(null, Mark.UNFINISHED_SEARCH, null);
  }

  @Test
  void reader_thatKnowsMore_findsRepetitionsFartherBack() {
    Marker marker = new Marker(Duration.ZERO, Marker.SAME_SEARCH);
    Actor actor = new Actor("default", "user ~a");
    marker.add(actor, search("kafka", 0));
    assertThat(marker.mark(actor, search("kafka", 1800))).isEqualTo(Mark.REPEATED_SEARCH);
    assertThat(marker.mark(actor, search("kafka", 1801))).isNull();
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

  private static HydratedEvent visitAt(String path, String plugin, int millis) {
    return visitAt(path, plugin, millis, "id");
  }

  private static HydratedEvent visitAt(String path, String plugin, int millis, String id) {
    Instant at = NOON.plusMillis(millis);
    return Events.stored(id, "navigate", path, plugin, "alice", null, at, true);
  }

  private static HydratedEvent link(String text, String to, int second) {
    return Events.with(event("click", text, second), Map.of("to", to), Map.of());
  }

  private static HydratedEvent typed(String term, String types, int second) {
    return Events.with(search(term, second), Map.of(), Map.of("searchTypes", types));
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
