package dev.housecount.store;

class InMemoryRecordStoreTest extends RecordStoreContract {
  private final RecordStore store = new InMemoryRecordStore(clock);

  @Override
  protected RecordStore store() {
    return store;
  }
}
