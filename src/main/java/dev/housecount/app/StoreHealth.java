package dev.housecount.app;

import dev.housecount.store.ChunkReader;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the event table answers. */
@Readiness
@Singleton
class StoreHealth implements HealthCheck {
  private final ChunkReader reader;

  StoreHealth(ChunkReader reader) {
    this.reader = reader;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("event table").status(reader.isReady()).build();
  }
}
