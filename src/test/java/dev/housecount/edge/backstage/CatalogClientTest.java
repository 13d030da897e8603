package dev.housecount.edge.backstage;

import static dev.housecount.edge.backstage.FakePortal.endless;
import static dev.housecount.edge.backstage.FakePortal.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.housecount.edge.backstage.CatalogException.Reason;
import dev.housecount.event.EntityRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogClientTest {
  private static final String BY_QUERY = "entities/by-query";
  private static final String COUNTED = "{\"items\":[],\"totalItems\":7,\"pageInfo\":{}}";

  private final FakePortal portal = new FakePortal();

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void page_answer_isReadWithWantedRelationsOnly() throws CatalogException {
    portal.answers(
        BY_QUERY,
        """
        {"totalItems": 3, "pageInfo": {"nextCursor": "abc", "prevCursor": null}, "new": [{"a": 1}],
         "items": [{"kind": "Group", "metadata": {"name": "a", "n": 1, "yes": true, "none": null, "tags": ["x", null]},
          "relations": [{"type": "hasMember", "targetRef": "user:default/b"},
                        {"type": "childOf", "targetRef": "group:default/c"}]}]}
        """);
    EntityPage page = client().page("Group", null);
    Map<String, Object> metadata = Map.of("name", "a", "n", 1, "yes", true, "tags", List.of("x"));
    Map<String, Object> relation = Map.of("type", "childOf", "targetRef", "group:default/c");
    assertThat(page.items())
        .containsExactly(
            Map.of("kind", "Group", "metadata", metadata, "relations", List.of(relation)));
    assertThat(page.next()).isEqualTo("abc");
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  void page_halfCharacters_areReplacedAsWhereTheyArePushed() throws CatalogException {
    portal.answers(
        BY_QUERY,
        """
        {"items": [{"kind": "API", "metadata": {"title": "a\\ud83d\\u0000b", "\\udc00": "\\ud83d\\ude00"}}]}
        """);
    Map<String, Object> metadata = Map.of("title", "a\uFFFD\uFFFDb", "\uFFFD", "😀");
    assertThat(client().page("API", null).items())
        .containsExactly(Map.of("kind", "API", "metadata", metadata));
  }

  @Test
  void page_first_asksByNameForWantedFields() throws CatalogException {
    portal.answers(BY_QUERY, COUNTED);
    client().page("Component", null);
    assertThat(portal.asked().get(0))
        .startsWith(BY_QUERY + "?filter=kind=Component&orderField=metadata.name,asc&limit=1000")
        .contains("spec.lifecycle", "metadata.title", "spec.extra");
  }

  @Test
  void page_ofPeople_asksForWhatFiltersMayName() throws CatalogException {
    portal.answers(BY_QUERY, COUNTED);
    client().page("User", null);
    assertThat(portal.asked().get(0)).endsWith("&fields=kind,metadata,spec,relations");
  }

  @Test
  void page_cursor_isAllThatIsSaid() throws CatalogException {
    portal.answers(BY_QUERY, COUNTED);
    client().page("User", "a+b/c=");
    assertThat(portal.asked().get(0)).startsWith(BY_QUERY + "?cursor=a+b/c=&limit=1000&fields=");
  }

  @Test
  void page_gzip_isRead() throws CatalogException {
    portal.answers(
        BY_QUERY,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          byte[] bytes = gzip(COUNTED);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    assertThat(client().page("User", null).total()).isEqualTo(7);
  }

  @Test
  void page_noByQuery_goesByOffset() throws CatalogException {
    String full =
        "[" + "{\"kind\":\"User\"},".repeat(CatalogClient.PAGE - 1) + "{\"kind\":\"User\"}]";
    portal.answers("entities", full).answers("entities", "[{\"kind\":\"User\"}]");
    EntityPage first = client().page("User", null);
    EntityPage second = client().page("User", first.next());
    assertThat(first.items()).hasSize(CatalogClient.PAGE);
    assertThat(second.items()).hasSize(1);
    assertThat(second.next()).isNull();
    assertThat(portal.asked().get(2)).contains("filter=kind=User", "limit=1000&offset=1000");
  }

  @Test
  void kinds_facets_areSorted() throws CatalogException {
    portal.answers(
        "entity-facets",
        "{\"facets\":{\"kind\":[{\"value\":\"User\",\"count\":3},{\"value\":\"API\",\"count\":1}]}}");
    assertThat(client().kinds()).containsExactly("API", "User");
  }

  @Test
  void count_branches_areAlternatives() throws CatalogException {
    portal.answers(BY_QUERY, COUNTED);
    assertThat(client().count(List.of("kind=user,a=b", "kind=user,c"))).isEqualTo(7);
    assertThat(portal.asked().get(0))
        .startsWith(BY_QUERY + "?filter=kind=user,a=b&filter=kind=user,c&limit=0");
  }

  @Test
  void count_limitOfNothingIsRefused_asksForOne() throws CatalogException {
    portal.answers(BY_QUERY, status(400, "{}")).answers(BY_QUERY, COUNTED);
    assertThat(client().count(List.of("kind=user"))).isEqualTo(7);
    assertThat(portal.asked().get(1)).contains("&limit=1&");
  }

  @Test
  void count_noByQuery_isUnknown() throws CatalogException {
    assertThat(client().count(List.of("kind=user"))).isEqualTo(-1);
  }

  @Test
  void byRefs_many_goInPartsOf500() throws CatalogException {
    portal
        .answers("entities/by-refs", "{\"items\":[" + "null,".repeat(499) + "null]}")
        .answers("entities/by-refs", "{\"items\":[{\"kind\":\"Group\"}]}");
    List<EntityRef> refs =
        IntStream.range(0, 501).mapToObj(i -> new EntityRef("Group", "default", "G" + i)).toList();
    assertThat(client().byRefs(refs))
        .hasSize(501)
        .startsWith((Map<String, Object>) null)
        .endsWith(Map.of("kind", "Group"));
    assertThat(portal.bodies().get(0)).contains("\"group:default/g0\"").doesNotContain("g500");
    assertThat(portal.bodies().get(1)).contains("\"group:default/g500\"");
  }

  @Test
  void byRefs_fewerAnswersThanRefs_isNoCatalog() {
    portal.answers("entities/by-refs", "{\"items\":[]}");
    assertThat(reasonOf(() -> client().byRefs(List.of(new EntityRef("a", "b", "c")))))
        .isEqualTo(Reason.NO_CATALOG);
  }

  @Test
  void refusals_haveTheirReasons() {
    Map<Integer, Reason> reasons =
        Map.of(
            401, Reason.REFUSED,
            403, Reason.REFUSED,
            400, Reason.NOT_UNDERSTOOD,
            429, Reason.BUSY,
            503, Reason.BUSY,
            500, Reason.FAILING,
            204, Reason.NO_CATALOG,
            404, Reason.NOT_THERE);
    reasons.forEach(
        (status, reason) -> {
          try (FakePortal other = new FakePortal()) {
            other.answers("entity-facets", status(status, ""));
            assertThat(reasonOf(() -> client(other, 1_000).kinds())).isEqualTo(reason);
          }
        });
  }

  @Test
  void redirect_isNotFollowed() {
    try (FakePortal elsewhere = new FakePortal()) {
      String target = elsewhere.address() + "/api/catalog/entity-facets";
      portal.answers("entity-facets", status(302, "", "Location", target));
      assertThat(reasonOf(() -> client().kinds())).isEqualTo(Reason.REDIRECTED);
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void busy_saysHowLong() {
    portal.answers("entity-facets", status(429, "", "Retry-After", "17"));
    assertThat(failure(() -> client().kinds()).retryAfter()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void busy_untilADate_saysHowLong() {
    portal.answers(
        "entity-facets",
        status(503, "", "Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT")); // bounded by an hour
    assertThat(failure(() -> client().kinds()).retryAfter()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void noJson_isNoCatalogAndNotRepeated() {
    portal.answers("entity-facets", "<html>secret words</html>");
    CatalogException failure = failure(() -> client().kinds());
    assertThat(failure.reason()).isEqualTo(Reason.NO_CATALOG);
    assertThat(failure).hasNoCause().hasMessageNotContaining("secret");
  }

  @Test
  void otherJson_isNoCatalog() {
    for (String json :
        List.of("[]", "{}", "null", "{\"items\":[3]}", "{\"items\":{}}", "{\"items\":[{", "")) {
      try (FakePortal other = new FakePortal()) {
        other.answers(BY_QUERY, exchange -> status(200, json).write(exchange));
        assertThat(reasonOf(() -> client(other, 1_000).page("User", null)))
            .as(json)
            .isEqualTo(Reason.NO_CATALOG);
      }
    }
  }

  @Test
  void endlessBody_isCutOff() {
    portal.answers(BY_QUERY, endless(" ".repeat(1_000)));
    assertThat(reasonOf(() -> client(portal, 100_000).page("User", null)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void bomb_isCutOff() {
    portal.answers(
        BY_QUERY,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          byte[] bytes = gzip(" ".repeat(10_000_000));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    assertThat(reasonOf(() -> client(portal, 100_000).page("User", null)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void drippingBody_isGivenUp() {
    CountDownLatch end = new CountDownLatch(1);
    portal.answers(
        "entity-facets",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("{ ".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          waitFor(end);
        });
    Duration patience = Duration.ofMillis(300);
    CatalogClient impatient =
        new CatalogClient(portal.address(), () -> "", List.of(), () -> patience);
    assertThat(reasonOf(impatient::kinds)).isEqualTo(Reason.SLOW);
    end.countDown();
  }

  @Test
  void nobodyListens_isUnreachable() {
    String gone;
    try (FakePortal closed = new FakePortal()) {
      gone = closed.address();
    }
    CatalogClient client =
        new CatalogClient(gone, () -> "", List.of(), () -> Duration.ofMinutes(1));
    assertThat(reasonOf(client::kinds)).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void address_withoutEncryption_isRefusedButHere() {
    for (String wrong :
        List.of(
            "http://portal.example.com",
            "ftp://localhost",
            "portal",
            "https://a:b@c",
            "https://c?d")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> PortalAddress.checked(wrong));
    }
    assertThat(PortalAddress.checked("https://portal.example.com/a/")).endsWith(".com/a");
    assertThat(PortalAddress.checked("http://[::1]:7007")).endsWith("7007");
  }

  private CatalogClient client() {
    return client(portal, CatalogClient.MAX_BYTES);
  }

  private static CatalogClient client(FakePortal portal, long maxBytes) {
    return new CatalogClient(
        portal.address(),
        new WantedFields(List.of("spec.extra")),
        new Fetch(() -> "t", () -> Duration.ofMinutes(1), maxBytes));
  }

  private static Reason reasonOf(ThrowingCallable call) {
    return failure(call).reason();
  }

  private static CatalogException failure(ThrowingCallable call) {
    CatalogException failure = catchThrowableOfType(CatalogException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
