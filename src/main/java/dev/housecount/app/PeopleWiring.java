package dev.housecount.app;

import dev.housecount.person.AuditTrail;
import dev.housecount.person.Erasure;
import dev.housecount.person.Holdings;
import dev.housecount.person.Names;
import dev.housecount.person.Receipts;
import dev.housecount.person.Refusals;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Publishes what is kept about people beside their events. */
@Singleton
class PeopleWiring {
  @Produces
  @Singleton
  Refusals refusals(Composition core) {
    return core.refusals();
  }

  @Produces
  @Singleton
  Names names(Composition core) {
    return core.names();
  }

  @Produces
  @Singleton
  AuditTrail audit(Composition core) {
    return core.audit();
  }

  @Produces
  @Singleton
  Receipts receipts(Composition core) {
    return core.receipts();
  }

  @Produces
  @Singleton
  Holdings holdings(Composition core) {
    return core.holdings();
  }

  @Produces
  @Singleton
  Erasure erasure(Composition core) {
    return core.erasure();
  }
}
