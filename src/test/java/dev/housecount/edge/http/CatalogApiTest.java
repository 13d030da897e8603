package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog over HTTP: pushed in pages, complete or nothing, and what is told of it. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(CatalogApiTest.WithTokens.class)
class CatalogApiTest {
  /** Each test has a portal of its own. */
  public static final class WithTokens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("housecount.auth.tokens", CatalogTokens.grants());
    }
  }

  private final CatalogPusher portal = new CatalogPusher();

  @Test
  void status_beforeAnyPush_isZero() {
    portal
        .status()
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("asOf", nullValue())
        .body("source", nullValue())
        .body("entities", is(0))
        .body("kinds", is(Map.of()))
        .body("users", is(0))
        .body("totalUsers", is(0))
        .body("groups", is(0))
        .body("problems", is(List.of()));
    portal.headcounts().then().statusCode(200).body("rows", is(List.of()));
  }

  @Test
  void push_inPages_isTheCatalogOnceItIsComplete() {
    portal
        .page("g1", 1, CatalogPusher.group("team-a", null), CatalogPusher.user("alice", "team-a"))
        .then()
        .statusCode(202)
        .body("generation", equalTo("g1"))
        .body("page", is(1))
        .body("accepted", is(2))
        .body("rejected", is(List.of()));
    portal.page("g1", 2, CatalogPusher.component("petstore", "team-a"));
    portal.status().then().body("entities", is(0));
    portal
        .complete("g1", 2)
        .then()
        .statusCode(200)
        .body("entities", is(3))
        .body("added", is(3))
        .body("changed", is(0))
        .body("removed", is(0))
        .body("unchanged", is(0));
    portal
        .status()
        .then()
        .body("asOf", not(nullValue()))
        .body("source", equalTo("push"))
        .body("entities", is(3))
        .body("kinds", is(Map.of("component", 1, "group", 1, "user", 1)))
        .body("users", is(1))
        .body("totalUsers", is(1))
        .body("groups", is(1));
  }

  @Test
  void push_sameGenerationAgain_isUnchanged() {
    portal.push("g1", CatalogPusher.component("petstore", "team-a"));
    portal.complete("g1", 1).then().statusCode(200).body("unchanged", is(1)).body("added", is(0));
    portal.push("g2", CatalogPusher.component("petstore", "team-b")).body("changed", is(1));
    portal.push("g3", CatalogPusher.component("other", "team-b")).body("removed", is(1));
  }

  @Test
  void push_pageSentAgain_replacesItself() {
    portal.page("g1", 1, CatalogPusher.component("first", "team-a"));
    portal.page("g1", 1, CatalogPusher.component("second", "team-a"));
    portal.complete("g1", 1).then().body("entities", is(1));
  }

  @Test
  void complete_pagesThatAreMissingOrTooMany_changesNothing() {
    portal.push("g0", CatalogPusher.component("old", "team-a"));
    portal.page("g1", 2, CatalogPusher.component("petstore", "team-a"));
    portal
        .complete("g1", 4)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:housecount:problem:incomplete-generation"))
        .body("missing", is(List.of(1, 3, 4)))
        .body("surplus", nullValue());
    portal.page("g1", 1, CatalogPusher.component("other", "team-a"));
    portal.complete("g1", 1).then().statusCode(409).body("surplus", is(List.of(2)));
    portal.status().then().body("entities", is(1));
    portal.complete("g1", 2).then().statusCode(200).body("entities", is(2));
  }

  @Test
  void complete_olderThanTheCatalog_is409() {
    portal.page("older", 1, CatalogPusher.component("a", "team-a"));
    portal.push("newer", CatalogPusher.component("b", "team-a"));
    portal
        .complete("older", 1)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:housecount:problem:older-generation"));
  }

  @Test
  void complete_withoutAnEntity_isRefusedUnlessMeant() {
    portal.push("g1", CatalogPusher.component("a", "team-a"));
    portal.page("g2", 1);
    portal
        .complete("g2", 1)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:housecount:problem:empty-generation"));
    portal.complete("g3", 0).then().statusCode(400);
    portal.status().then().body("entities", is(1));
    portal
        .post("generation=g3&complete=true&pages=0&empty=true", "")
        .then()
        .statusCode(200)
        .body("entities", is(0))
        .body("removed", is(1));
  }

  @Test
  void push_linesThatAreNoEntity_areRejectedAlone() {
    portal
        .post(
            "generation=g1&page=1",
            "\uFEFF"
                + CatalogPusher.component("a", "team-a")
                + "\r\n\r\nno json of alice@acme.test\n[]\n"
                + CatalogPusher.component("b", "x".repeat(300_000))
                + "\n"
                + "{\"a\":".repeat(5000)
                + "\n"
                + CatalogPusher.component("c", "team-a"))
        .then()
        .statusCode(202)
        .body("accepted", is(2))
        .body("rejected.line", is(List.of(3, 4, 5, 6)))
        .body("rejected.reason.toString()", not(containsString("alice")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=1",
        "generation=g1",
        "generation=g1&page=0",
        "generation=g1&page=-1",
        "generation=g1&page=x",
        "generation=g1&page=99999999999",
        "generation=&page=1",
        "generation=a%20b%2F&page=1",
        "generation=g1&page=1&page=2",
        "generation=g1&page=1&pages=1",
        "generation=g1&page=1&complete=true&pages=1",
        "generation=g1&complete=true",
        "generation=g1&complete=yes&pages=1",
        "generation=g1&complete=true&pages=1000000000",
        "generation=g1&page=1&unknown=1"
      })
  void push_wrongParameters_are400(String query) {
    portal
        .post(query, CatalogPusher.component("a", "team-a"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:housecount:problem:bad-parameter"));
    portal.post("generation=" + "g".repeat(101) + "&page=1", "").then().statusCode(400);
  }

  @Test
  void complete_withABody_is400() {
    portal.page("g1", 1, CatalogPusher.component("a", "team-a"));
    portal.post("generation=g1&complete=true&pages=1", "{}").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-ndjson",
        "application/ndjson; charset=utf-8",
        "application/jsonl",
        "text/plain",
        "application/octet-stream",
        "application/json",
        "APPLICATION/X-NDJSON"
      })
  void push_underWhateverSendersCallIt_isTaken(String type) {
    portal
        .as("catalog")
        .contentType(type)
        .body(CatalogPusher.component("a", "team-a").getBytes(UTF_8))
        .post("/catalog?generation=g1&page=1")
        .then()
        .statusCode(202)
        .body("accepted", is(1));
  }

  @Test
  void push_otherMediaType_is415() {
    portal
        .as("catalog")
        .contentType("image/png")
        .body(new byte[] {1})
        .post("/catalog?generation=g1&page=1")
        .then()
        .statusCode(415)
        .header("Accept-Post", containsString("application/x-ndjson"))
        .contentType("application/problem+json");
  }

  @Test
  void push_moreThanAMebibyte_is413() throws IOException {
    String large = (CatalogPusher.component("a", "x".repeat(1000)) + "\n").repeat(1100);
    portal
        .post("generation=g1&page=1", large)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("limit", is(1 << 20))
        .body("unit", equalTo("bytes"));
    portal.gzipped("generation=g1&page=1", gzip(large.getBytes(UTF_8))).then().statusCode(413);
    portal.gzipped("generation=g1&page=1", gzip(new byte[50_000_000])).then().statusCode(413);
    byte[] exactly = new byte[1 << 20];
    Arrays.fill(exactly, (byte) '\n');
    portal.gzipped("generation=g1&page=1", gzip(exactly)).then().statusCode(202);
  }

  @Test
  void push_gzip_isInflated() throws IOException {
    byte[] page = CatalogPusher.component("a", "team-a").getBytes(UTF_8);
    portal
        .gzipped("generation=g1&page=1", gzip(page))
        .then()
        .statusCode(202)
        .body("accepted", is(1));
    portal.gzipped("generation=g1&page=1", page).then().statusCode(400);
  }

  @Test
  void tokens_allowTheirPortalAndScopeOnly() {
    portal.as("read").post("/catalog?generation=g1&page=1").then().statusCode(403);
    portal.as("write").post("/catalog?generation=g1&page=1").then().statusCode(403);
    portal.as("catalog").get("/catalog").then().statusCode(403);
    portal.as("catalog").get("/catalog/headcounts").then().statusCode(403);
    given().get("/catalog").then().statusCode(401);
    portal
        .post("portal=another&generation=g1&page=1", "")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:housecount:problem:other-portal"));
    portal.post("portal=" + portal.name() + "&generation=g1&page=1", "").then().statusCode(202);
    portal.push("g2", CatalogPusher.component("a", "team-a"));
    portal
        .as("read")
        .get("/catalog?portal=" + portal.name())
        .then()
        .statusCode(200)
        .body("entities", is(1));
    portal.as("read").get("/catalog?portal=nothing-there").then().body("entities", is(0));
    portal.as("read").get("/catalog?portal=NO%20PORTAL").then().statusCode(400);
  }

  @Test
  void headcounts_ofTeamsWithAndWithoutChildren() {
    portal.push(
        "g1",
        CatalogPusher.group("dept", null),
        CatalogPusher.group("team-a", "dept"),
        CatalogPusher.user("alice", "team-a"),
        CatalogPusher.user("bob", "dept"),
        CatalogPusher.user("eve"));
    String day = portal.status().jsonPath().getString("asOf").substring(0, 10);
    portal
        .headcounts()
        .then()
        .statusCode(200)
        .body("portal", equalTo(portal.name()))
        .body("team", nullValue())
        .body("rows", hasItem(Map.of("date", day, "totalUsers", 3)));
    portal
        .headcounts("team", "dept")
        .then()
        .body("team", equalTo("group:default/dept"))
        .body("rows", hasItem(Map.of("date", day, "totalUsers", 3, "members", 2)));
    portal
        .headcounts("team", "Group:Default/Dept", "direct", "true")
        .then()
        .body("rows.last().members", is(1));
    portal.headcounts("team", "group:default/nobody").then().body("rows.last().members", is(0));
  }

  @Test
  void headcounts_wrongParameters_are400() {
    for (String[] wrong :
        List.of(
            new String[] {"from", "yesterday"},
            new String[] {"from", "2026-02-30"},
            new String[] {"from", "+99999-01-01"},
            new String[] {"from", "2026-11-28", "to", "2026-11-28"},
            new String[] {"from", "1999-01-01"},
            new String[] {"to", ""},
            new String[] {"team", ""},
            new String[] {"team", "group:"},
            new String[] {"direct", "maybe"},
            new String[] {"zone", "UTC"})) {
      portal
          .headcounts(wrong)
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:housecount:problem:bad-parameter"));
    }
    assertThat(portal.headcounts("from", "2026-11-01", "to", "2026-11-02").statusCode())
        .isEqualTo(200);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.toByteArray();
  }
}
