package dev.housecount.app;

import dev.housecount.edge.backstage.PullReport;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How pulling the catalog goes. Events are taken all the same, so this server stays ready. */
@Readiness
@Singleton
class PullHealth implements HealthCheck {
  private final CatalogPulling pulling;

  PullHealth(CatalogPulling pulling) {
    this.pulling = pulling;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("catalog pull").up();
    Optional<PullReport> report = pulling.report();
    answer.withData("configured", report.isPresent());
    report.ifPresent(
        seen -> {
          answer.withData("completedAt", String.valueOf(seen.completedAt()));
          answer.withData("problem", String.valueOf(seen.problem()));
          answer.withData("totalUsersThere", seen.countedThere());
          answer.withData("totalUsersHere", seen.countedHere());
        });
    return answer.build();
  }
}
