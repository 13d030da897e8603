package dev.housecount.store;

class InMemoryChunkSweeperTest extends ChunkSweeperContract {
  private final InMemoryChunkStore store = new InMemoryChunkStore();

  @Override
  protected ChunkWriter writer() {
    return store;
  }

  @Override
  protected ChunkSweeper sweeper() {
    return store;
  }
}
