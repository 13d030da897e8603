package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.housecount.access.Access;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a token is needed, which origins may send is another question than which are counted. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(NoiseHostApiTest.Excluding.class)
class NoiseHostApiTest {
  public static final class Excluding implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "housecount.auth.tokens",
          "acme:write:" + HexFormat.of().formatHex(Access.sha256("w")),
          "housecount.noise.hosts",
          "localhost,staging.acme.test");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://staging.acme.test, 0",
    "Origin, http://LOCALHOST:3000, 0",
    "Referer, https://staging.acme.test/catalog?x=y, 0",
    "Origin, https://acme.test, 1",
    "Origin, null, 1",
    "Origin, not a url, 1",
    "Referer, https://acme.test/?staging.acme.test, 1"
  })
  void collect_ofAnExcludedHost_isDropped(String header, String value, int accepted) {
    given()
        .header(header, value)
        .header("Authorization", "Bearer w")
        .contentType("application/json")
        .body(Api.json(List.of(Api.event(Api.unique()))))
        .post("/collect")
        .then()
        .statusCode(202)
        .body("accepted", is(accepted))
        .body("rejected.reason", accepted == 1 ? empty() : contains("excluded_host"));
  }
}
