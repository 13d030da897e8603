package dev.housecount.store;

class InMemoryChunkStoreTest extends ChunkStoreContract {
  private final InMemoryChunkStore store = new InMemoryChunkStore();

  @Override
  protected ChunkWriter writer() {
    return store;
  }

  @Override
  protected ChunkReader reader() {
    return store;
  }
}
