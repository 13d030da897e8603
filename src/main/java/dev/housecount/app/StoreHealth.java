package dev.housecount.app;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: all tables answer. Without that of people no event is taken either. */
@Readiness
@Singleton
class StoreHealth implements HealthCheck {
  private final TableChecks tables;

  StoreHealth(TableChecks tables) {
    this.tables = tables;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, Boolean> ready = new LinkedHashMap<>();
    tables.byName().forEach((name, check) -> ready.put(name, check.getAsBoolean()));
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("tables");
    ready.forEach(answer::withData);
    return answer.status(!ready.containsValue(false)).build();
  }
}
