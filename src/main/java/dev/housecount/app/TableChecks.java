package dev.housecount.app;

import dev.housecount.person.PeopleStore;
import dev.housecount.store.ChunkReader;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the tables answer: what is asked for health, and by the chores. */
@Singleton
class TableChecks {
  private final Map<String, BooleanSupplier> byName = new LinkedHashMap<>();

  TableChecks(ChunkReader events, PeopleStore people, RecordTables records) {
    byName.put(TableNames.EVENTS, events::isReady);
    byName.put(TableNames.PEOPLE, people::isReady);
    byName.put(TableNames.CATALOG, records.catalog()::isReady);
    byName.put(TableNames.ROLLUPS, records.rollups()::isReady);
  }

  Map<String, BooleanSupplier> byName() {
    return byName;
  }
}
