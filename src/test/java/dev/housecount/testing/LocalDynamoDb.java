package dev.housecount.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Leads the application under test to the DynamoDB Local of the tests, to tables of its own. */
public final class LocalDynamoDb implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(DynamoDbLocal.server().clientSettings());
    settings.put("housecount.tables.events", "api-" + System.nanoTime());
    settings.put("housecount.tables.people", "people-" + System.nanoTime());
    settings.put("housecount.tables.catalog", "catalog-" + System.nanoTime());
    settings.put("housecount.tables.rollups", "rollups-" + System.nanoTime());
    return settings;
  }

  @Override
  public void stop() {
    // It serves the other tests of this JVM, and ends with it.
  }
}
