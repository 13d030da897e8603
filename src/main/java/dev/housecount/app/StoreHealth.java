package dev.housecount.app;

import dev.housecount.person.PeopleStore;
import dev.housecount.store.ChunkReader;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: both tables answer. Without that of people no event is taken either. */
@Readiness
@Singleton
class StoreHealth implements HealthCheck {
  private final ChunkReader events;
  private final PeopleStore people;

  StoreHealth(ChunkReader events, PeopleStore people) {
    this.events = events;
    this.people = people;
  }

  @Override
  public HealthCheckResponse call() {
    boolean eventsReady = events.isReady();
    boolean peopleReady = people.isReady();
    return HealthCheckResponse.named("tables")
        .status(eventsReady && peopleReady)
        .withData("events", eventsReady)
        .withData("people", peopleReady)
        .build();
  }
}
