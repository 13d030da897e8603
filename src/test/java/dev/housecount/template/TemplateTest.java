package dev.housecount.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.app.HousecountConfig;
import dev.housecount.app.TablesConfig;
import dev.housecount.edge.dynamodb.LocalTables;
import dev.housecount.edge.local.EmbeddedDynamoDb;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What the template promises and no linter checks. */
class TemplateTest {
  private static final Template TEMPLATE = Template.read();

  private static EmbeddedDynamoDb dynamoDb;

  @BeforeAll
  static void start() {
    dynamoDb = EmbeddedDynamoDb.start(Optional.empty());
  }

  @AfterAll
  static void stop() {
    dynamoDb.close();
  }

  @Test
  void localTables_areThoseOfTheTemplate() {
    List<String> names = names(TEMPLATE.environment()::get);
    try (DynamoDbClient client = client()) {
      names.forEach(name -> LocalTables.create(client, name));
      List<List<Object>> local = names.stream().map(name -> shape(client, name)).toList();
      names.forEach(name -> client.deleteTable(delete -> delete.tableName(name)));
      TemplateTables.create(client);
      assertThat(local).isEqualTo(names.stream().map(name -> shape(client, name)).toList());
      assertThat(client.listTables().tableNames()).hasSameElementsAs(names);
    }
  }

  @Test
  void defaultTableNames_areThoseOfAStackWithOurName() {
    TablesConfig tables = config(Map.of()).tables();
    assertThat(names(TEMPLATE.environment()::get))
        .containsExactly(tables.events(), tables.people(), tables.catalog(), tables.rollups());
  }

  private static List<String> names(UnaryOperator<String> environment) {
    return Stream.of("EVENTS", "PEOPLE", "CATALOG", "ROLLUPS")
        .map("HOUSECOUNT_TABLES_"::concat)
        .map(environment)
        .toList();
  }

  @Test
  void tables_areKeptSafe() {
    for (String table : List.of("EventsTable", "PeopleTable", "CatalogTable", "RollupsTable")) {
      assertThat(TEMPLATE.resource(table))
          .containsEntry("DeletionPolicy", "Retain")
          .containsEntry("UpdateReplacePolicy", "Retain");
    }
    for (Map<String, Object> table : TEMPLATE.tables()) {
      assertThat(table)
          .containsEntry("BillingMode", "PAY_PER_REQUEST")
          .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
          .containsEntry("DeletionProtectionEnabled", "true")
          .containsEntry(
              "PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true));
    }
  }

  /** CloudFormation writes a map as its parameter has it; the code must read it. */
  @Test
  void retentionByAction_isReadAsTheParameterIsWritten() {
    Map<String, String> given = Map.of("HOUSECOUNT_RETENTION_ACTIONS", "search=30;signIn=7");
    assertThat(config(given).retention().actions().orElseThrow().byAction())
        .isEqualTo(Map.of("search", Duration.ofDays(30), "signIn", Duration.ofDays(7)));
  }

  @Test
  void secretKey_isOnlyAReference() {
    assertThat(TEMPLATE.environment().get("HOUSECOUNT_SECRET_KEY_ARN"))
        .startsWith("arn:aws:secretsmanager:");
    assertThat(TEMPLATE.variables()).doesNotContainKey("HOUSECOUNT_SECRET_KEY");
  }

  /** What it does is seen by nobody who waits, and may take as long as Lambda lets it. */
  @Test
  void maintenance_isAFunctionOfItsOwn() {
    Map<String, Object> maintenance = TEMPLATE.functionProperties(Template.MAINTENANCE);
    assertThat(maintenance).containsEntry("MemorySize", 1769).containsEntry("Timeout", 900);
    assertThat(maintenance.get("LoggingConfig"))
        .isNotEqualTo(TEMPLATE.functionProperties(Template.API).get("LoggingConfig"));
    assertThat(TEMPLATE.events(Template.MAINTENANCE, "ScheduleV2").values())
        .singleElement()
        .satisfies(
            schedule ->
                assertThat(schedule).containsEntry("ScheduleExpression", "rate(5 minutes)"));
    assertThat(TEMPLATE.events(Template.MAINTENANCE, "HttpApi")).isEmpty();
    assertThat(TEMPLATE.events(Template.API, "ScheduleV2")).isEmpty();
  }

  @Test
  void functions_haveNoSettingsButTheCommonOnes() {
    for (String function : List.of(Template.API, Template.MAINTENANCE)) {
      assertThat(TEMPLATE.functionProperties(function))
          .doesNotContainKeys("Environment", "CodeUri", "Handler", "Runtime");
    }
  }

  private static List<Object> shape(DynamoDbClient client, String name) {
    TableDescription table = client.describeTable(describe -> describe.tableName(name)).table();
    return List.of(
        table.keySchema(),
        table.attributeDefinitions(),
        table.globalSecondaryIndexes(),
        table.localSecondaryIndexes(),
        table.billingModeSummary().billingMode(),
        client.describeTimeToLive(ttl -> ttl.tableName(name)).timeToLiveDescription());
  }

  private static HousecountConfig config(Map<String, String> environment) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new io.smallrye.config.EnvConfigSource(environment, 300))
            .withMapping(HousecountConfig.class)
            .withDefaultValues(
                Map.of(
                    "housecount.scrub.attributes", "name", "housecount.scrub.context", "pluginId"))
            .build();
    return config.getConfigMapping(HousecountConfig.class);
  }

  private static DynamoDbClient client() {
    String endpoint = dynamoDb.clientSettings().get(EmbeddedDynamoDb.ENDPOINT_SETTING);
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create(endpoint))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
