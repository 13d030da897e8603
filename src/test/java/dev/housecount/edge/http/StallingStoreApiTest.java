package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;

import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.FaultyDynamoDb;
import dev.housecount.testing.FaultyDynamoDb.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a sender sees when DynamoDB takes calls and never answers. */
@QuarkusTest
@QuarkusTestResource(
    value = StallingStoreApiTest.StallingDynamoDb.class,
    restrictToAnnotatedClass = true)
class StallingStoreApiTest {
  @Inject DynamoDbClient client;

  @Test
  void theClient_hasTheConfiguredPatience() {
    var patience = client.serviceClientConfiguration().overrideConfiguration();
    assertThat(patience.apiCallTimeout()).contains(Duration.ofSeconds(2));
    assertThat(patience.apiCallAttemptTimeout()).contains(Duration.ofMillis(300));
  }

  @Test
  void collect_whenTheStoreStalls_isToBeSentAgainLater() {
    Api.collectEvents(Api.event("/"))
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[0-9]+"))
        .body("type", endsWith(":store-unavailable"));
  }

  @Test
  void query_whenTheStoreStalls_isToBeAskedAgainLater() {
    Api.query().then().statusCode(503).header("Retry-After", matchesPattern("[0-9]+"));
  }

  /** Patience as in application.yaml, but shorter: the store stalls for a second only. */
  public static final class StallingDynamoDb implements QuarkusTestResourceLifecycleManager {
    private FaultyDynamoDb stalling;

    @Override
    public Map<String, String> start() {
      stalling = new FaultyDynamoDb(1, 1, Fault.TIMED_OUT);
      Map<String, String> settings = new HashMap<>(DynamoDbLocal.server().clientSettings());
      settings.put("quarkus.dynamodb.endpoint-override", stalling.endpoint().toString());
      settings.put("quarkus.dynamodb.api-call-attempt-timeout", "PT0.3S");
      settings.put("quarkus.dynamodb.api-call-timeout", "2S");
      settings.put("housecount.tables.events", DynamoDbLocal.table(DynamoDbLocal.client()));
      settings.put("housecount.local.enabled", "false"); // it would create the table
      settings.put("housecount.auth.open", "true");
      settings.put("housecount.secret-key", "c3RhbGxpbmcgc3RhbGxpbmcgc3RhbGxpbmcgc3RhbGxpbmc=");
      return settings;
    }

    @Override
    public void stop() {
      stalling.close();
    }
  }
}
