package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.housecount.collect.RejectionReason;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
class ProblemApiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/assets", "/nothing", "/collect/more/still", "/query/more", "/alice@acme.test"})
  void unknownPath_answers404(String path) {
    given()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", is(404))
        .body(not(containsString("alice")));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/collect,'POST, OPTIONS'",
    "PUT,/collect,'POST, OPTIONS'",
    "DELETE,/query,'GET, HEAD, OPTIONS'",
    "POST,/query,'GET, HEAD, OPTIONS'"
  })
  void wrongMethod_answers405_withAllow(String method, String path, String allow) {
    given()
        .request(method, path)
        .then()
        .statusCode(405)
        .header("Allow", equalTo(allow))
        .contentType("application/problem+json")
        .body("status", is(405));
  }

  @ParameterizedTest
  @CsvSource({
    "/collect,'POST, OPTIONS'",
    "/query,'GET, HEAD, OPTIONS'",
    "/users/alice,'GET, HEAD, DELETE, OPTIONS'"
  })
  void options_answersWithAllow_asA405Does(String path, String allow) {
    given().options(path).then().statusCode(200).header("Allow", equalTo(allow));
    given().patch(path).then().statusCode(405).header("Allow", equalTo(allow));
  }

  @Test
  void head_answersWithoutBody() {
    given().head("/query").then().statusCode(200).body(is(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/query?action=%zz", "/query?action=%"})
  void malformedEscapes_answer400(String target) throws IOException {
    String answer =
        Raw.bytes("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
  }

  /** RFC 9112, section 3.2. */
  @ParameterizedTest
  @ValueSource(strings = {"GET /query", "POST /collect", "GET /nothing"})
  void http11WithoutHost_answers400(String target) throws IOException {
    assertThat(Raw.bytes(target + " HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "malformed-request");
  }

  @Test
  void http10WithoutHost_isServed() throws IOException {
    assertThat(Raw.bytes("GET /query HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200");
    assertThat(Raw.bytes("GET /nothing HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.0 404")
        .contains("problem+json");
    assertThat(Raw.bytes("PUT /query HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.0 405")
        .contains("Allow: GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "a/b;q=x", ",,", "text/csv;q=0", "image/png"})
  void malformedOrUnknownAccept_isNoServerError(String accept) throws IOException {
    String answer =
        Raw.bytes(
            "GET /query HTTP/1.1\r\nHost: localhost\r\nAccept: "
                + accept
                + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).containsPattern("^HTTP/1.1 (200|406)");
  }

  @Test
  void http2_isNotSpoken_andTheConnectionEnds() throws IOException {
    assertThat(Raw.bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nx\r\n\r\n"))
        .doesNotStartWith("HTTP/1.1 2");
  }

  @Test
  void contentLengthFarTooLarge_answers413() throws IOException {
    String answer =
        Raw.bytes(
            "POST /collect HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n"
                + "[".repeat(1_200_000));
    assertThat(answer).startsWith("HTTP/1.1 413").contains("\"limit\":1048576");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /collect", "POST /nothing", "PUT /collect", "GET /query"})
  void senderThatDoesNotStop_isCutOff(String target) throws IOException {
    String head = target + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    assertThat(Raw.bytesUntilCutOff(head, chunk)).isLessThan(100_000_000);
  }

  @Test
  void lengthBeyondAnyNumber_answers413() throws IOException {
    String answer =
        Raw.bytes(
            "POST /collect HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10737418240\r\n\r\n[");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("\"unit\":\"bytes\"");
  }

  @Test
  void requestId_isMade_orTakenOverWhenAMachineMadeIt() {
    given().get("/query").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    String id = "0af76519-16cd-43dd-8448-eb211c80319c";
    given().header("X-Request-Id", id).get("/query").then().header("X-Request-Id", id);
    given()
        .header("X-Request-Id", "alice@acme.test")
        .get("/query")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void health_isUp() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(
            "checks.findAll { it.data != null }.collectMany { it.data.keySet() }",
            hasItems("events", "people", "catalog", "rollups"));
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void openApi_namesEveryReason() {
    List<String> reasons =
        given()
            .accept("application/json")
            .get("/q/openapi")
            .jsonPath()
            .getList(
                "components.schemas.Verdicts.properties.rejected.items.properties.reason.enum");
    assertThat(reasons)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RejectionReason.values()).map(RejectionReason::code).toList());
  }

  @Test
  void openApi_saysNothingTwice_andDefinesWhatItRefersTo() throws IOException {
    String yaml = Files.readString(Path.of("src/main/resources/META-INF/openapi.yaml"));
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    JsonNode document =
        new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(strict)).load(yaml));
    for (String pointer :
        document.findValuesAsText("$ref").stream().map(ref -> ref.substring(1)).toList()) {
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void openApi_isVersion31_andNamesEveryPath() {
    var document =
        given()
            .accept("application/json")
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(document.getString("openapi")).startsWith("3.1");
    assertThat(document.getMap("paths").keySet())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "/collect",
                "/collect/{key}",
                "/api/adoption-insights/events",
                "/api/adoption-insights/health",
                "/query",
                "/catalog",
                "/catalog/headcounts",
                "/insights",
                "/insights/{report}",
                "/data-health",
                "/data-health/versions",
                "/metrics",
                "/demo",
                "/users/{ref}",
                "/opt-outs/{ref}",
                "/names/{pseudonym}",
                "/audit"));
  }
}
