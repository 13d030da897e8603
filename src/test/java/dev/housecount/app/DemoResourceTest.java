package dev.housecount.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The first run of a server of its own; tables of others are not empty. */
@QuarkusTest
@QuarkusTestResource(value = LocalDynamoDb.class, restrictToAnnotatedClass = true)
class DemoResourceTest {
  @Test
  void post_emptyServer_isFilledOnce_foreignPagesMayNotAsk() {
    given().get("/demo").then().statusCode(200).body("state", is("ready"), "offered", is(true));
    given().header("Origin", "https://evil.test").post("/demo").then().statusCode(403);
    given().get("/demo").then().body("state", is("ready"));

    given().post("/demo").then().statusCode(202).body("offered", is(false), "days", is(90));
    given().post("/demo").then().statusCode(202);
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> !given().get("/demo").path("state").equals("running"));

    Response done = given().get("/demo");
    done.then()
        .body("state", is("done"), "offered", is(false), "day", is(90), "detail", nullValue());
    int events = done.path("events");
    assertThat(events).isGreaterThan(1000);
    given().post("/demo").then().statusCode(200).body("events", is(events));
    given().get("/insights/summary").then().statusCode(200);
    assertThat(given().get("/catalog").<Integer>path("users")).isGreaterThan(100);
  }
}
