package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.housecount.access.Access;
import dev.housecount.edge.dynamodb.RawTables;
import dev.housecount.edge.http.gate.Caller;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.person.AuditTrail;
import dev.housecount.person.NameSettings;
import dev.housecount.person.Names;
import dev.housecount.person.PeopleStore;
import dev.housecount.store.StoreUnavailableException;
import dev.housecount.testing.DynamoDbLocal;
import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where the deployment wants names: who may read them, and what that leaves behind. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(NamesApiTest.Readable.class)
class NamesApiTest {
  public static final class Readable implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String grants =
          Stream.of("write", "read", "privacy", "identify")
              .map(scope -> "acme:" + scope + ":" + hash(scope))
              .collect(Collectors.joining(","));
      return Map.of("housecount.users.readable", "true", "housecount.auth.tokens", grants);
    }
  }

  @Inject Pseudonymizer pseudonymizer;
  @Inject Names names;
  @Inject NameSettings settings;

  @ConfigProperty(name = "housecount.tables.events")
  String events;

  @ConfigProperty(name = "housecount.tables.people")
  String people;

  @Test
  void name_isRead_andEachReadingIsOnRecord() {
    String user = collectSomebody();
    String pseudonym = pseudonymizer.user(user).value();
    assertThat(raw()).doesNotContain(user).doesNotContain(user.substring(13));
    for (int i = 0; i < 2; i++) {
      as("identify")
          .get("/names/" + pseudonym)
          .then()
          .statusCode(200)
          .body("entityRef", equalTo(user));
    }
    assertThat(readingsOf(pseudonym))
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .containsEntry("portal", "acme")
                    .containsEntry("reader", hash("identify").substring(0, 16)));
  }

  @Test
  void unknownName_is404_andTheRequestIsOnRecord() {
    String pseudonym = pseudonymizer.user("nobody-" + UUID.randomUUID()).value();
    as("identify").get("/names/" + pseudonym).then().statusCode(404);
    assertThat(readingsOf(pseudonym)).hasSize(1);
  }

  @Test
  void everyScopeDoesOneThingOnly() {
    String pseudonym = pseudonymizer.user("x").value();
    for (String scope : List.of("write", "read", "privacy")) {
      as(scope).get("/names/" + pseudonym).then().statusCode(403);
    }
    for (String scope : List.of("write", "read", "identify")) {
      as(scope).get("/users/x").then().statusCode(403);
      as(scope).delete("/users/x").then().statusCode(403);
      as(scope).put("/opt-outs/x").then().statusCode(403);
      as(scope).get("/audit").then().statusCode(403);
    }
    as("privacy").get("/query").then().statusCode(403);
    given().delete("/users/x").then().statusCode(401);
    assertThat(readingsOf(pseudonym)).isEmpty();
  }

  @Test
  void erasure_removesTheName_andThePersonFromTheRecord() {
    String user = collectSomebody();
    String pseudonym = pseudonymizer.user(user).value();
    as("identify").get("/names/" + pseudonym).then().statusCode(200);
    as("privacy").get("/users/" + user).then().body("nameKept", equalTo(true));
    as("privacy")
        .delete("/users/" + user)
        .then()
        .statusCode(200)
        .body("removedNames", equalTo(1))
        .body("changedAuditEntries", equalTo(1));
    assertThat(raw()).doesNotContain(pseudonym).doesNotContain(user);
    as("identify").get("/names/" + pseudonym).then().statusCode(404);
    as("privacy").delete("/users/" + user).then().statusCode(200);
  }

  @Test
  void optedOut_noNameIsKept() {
    String user = "user:default/" + UUID.randomUUID();
    as("privacy").put("/opt-outs/" + user).then().statusCode(204);
    collect(user);
    as("privacy").get("/users/" + user).then().body("nameKept", equalTo(false));
  }

  @Test
  void readingThatCannotBeRecorded_isRefused() {
    String user = collectSomebody();
    DynamoDbClient client = DynamoDbLocal.client();
    client.deleteTable(delete -> delete.tableName(people));
    try {
      as("identify")
          .get("/names/" + pseudonymizer.user(user))
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("5"));
    } finally {
      dev.housecount.edge.dynamodb.LocalTables.create(client, people);
    }
  }

  /** Without the table above the name cannot be read either; here it can. */
  @Test
  void readingThatCannotBeRecorded_isRefused_thoughTheNameIsThere() {
    Pseudonym person = pseudonymizer.user(collectSomebody());
    assertThat(names.find(person)).isPresent();
    AuditTrail audit =
        new AuditTrail(
            answering(PeopleStore.class, new StoreUnavailableException("down")),
            pseudonymizer,
            Duration.ofDays(1),
            Clock.systemUTC());
    Access access = new Access(true, List.of());
    NamesResource resource = new NamesResource(names, audit, access, settings);
    var request = answering(ContainerRequestContext.class, Caller.of("acme"));
    assertThatThrownBy(() -> resource.name(person.value(), request))
        .isInstanceOf(StoreUnavailableException.class);
  }

  /** Answers its caller's property with an object, everything else with null; or fails always. */
  private static <T> T answering(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (answer instanceof RuntimeException failure) {
                throw failure;
              }
              return method.getName().equals("getProperty") ? answer : null;
            }));
  }

  @Test
  void audit_badTime_is400() {
    as("privacy").get("/audit?time=now").then().statusCode(400);
    as("privacy").get("/audit?since=2026-01").then().statusCode(400);
  }

  private static String collectSomebody() {
    String user = "user:default/" + UUID.randomUUID();
    collect(user);
    return user;
  }

  private static void collect(String user) {
    as("write")
        .contentType("application/json")
        .body(Api.json(List.of(Api.event("/", "user", user))))
        .post("/collect")
        .then()
        .statusCode(202);
  }

  private static List<Map<String, Object>> readingsOf(String pseudonym) {
    YearMonth month = YearMonth.now(ZoneOffset.UTC);
    // A month may have ended since.
    return Stream.of(month.minusMonths(1), month)
        .flatMap(time -> entries(time).stream())
        .filter(entry -> entry.get("user").equals(pseudonym))
        .toList();
  }

  private static List<Map<String, Object>> entries(YearMonth time) {
    return as("privacy")
        .get("/audit?time=" + time)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("entries");
  }

  private String raw() {
    return RawTables.text(DynamoDbLocal.client(), events, people);
  }

  private static RequestSpecification as(String scope) {
    return given().header("Authorization", "Bearer token-" + scope);
  }

  private static String hash(String scope) {
    return HexFormat.of().formatHex(Access.sha256("token-" + scope));
  }
}
