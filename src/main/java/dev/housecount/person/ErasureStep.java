package dev.housecount.person;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Mentions;
import dev.housecount.rotation.Renewal;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkKey;
import dev.housecount.store.ChunkSweeper;
import dev.housecount.store.ChunkSweeper.Found;
import dev.housecount.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** One step of an erasure: a part of all chunks, and before the first the other holders. */
public final class ErasureStep {
  /** Chunks that are changed under our hands are few: another erasure, or a resend. */
  private static final int MAX_ATTEMPTS = 10;

  private final ChunkSweeper sweeper;
  private final Renewal renewal;
  private final List<Holder> holders;

  /**
   * @param holders whoever else holds something of people, in the order in which they are asked
   */
  public ErasureStep(ChunkSweeper sweeper, Renewal renewal, List<Holder> holders) {
    this.sweeper = sweeper;
    this.renewal = renewal;
    this.holders = List.copyOf(holders);
  }

  ErasureJob take(ErasureJob job) {
    Erased erased = job.position() == null ? held(job) : Erased.NOTHING;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      ChunkSweeper.Step step = sweeper.next(job.position());
      Part part = new Part(job);
      step.found().forEach(part::look);
      sweeper.delete(part.own);
      erased = erased.plus(part.erased);
      if (!part.changedMeanwhile) {
        // Not counted before: an attempt that is repeated meets them again.
        return job.at(step.next(), erased.plus(part.unknown));
      }
    }
    throw new StoreUnavailableException("chunks keep changing while they are rewritten");
  }

  private Erased held(ErasureJob job) {
    Erased erased = Erased.NOTHING;
    for (Holder holder : holders) {
      int forgotten = holder.forget(job.person(), job.requestedAt());
      erased = erased.plus(Erased.held(holder.figure(), forgotten));
    }
    return erased;
  }

  /** What is done to the chunks of one step. */
  private final class Part {
    private final ErasureJob job;
    private final Mentions mentions;
    private final List<ChunkKey> own = new ArrayList<>();
    private Erased erased = Erased.NOTHING;
    private Erased unknown = Erased.NOTHING;
    private boolean changedMeanwhile;

    Part(ErasureJob job) {
      this.job = job;
      this.mentions = Mentions.without(job.person()::equals);
    }

    void look(Found found) {
      if (!renewal.knows(found.chunk())) {
        unknown = unknown.plus(Erased.unknownKey());
        return;
      }
      Chunk chunk = renewal.renew(found.chunk());
      List<HydratedEvent> left =
          job.person().equals(chunk.user())
              ? chunk.events().stream().filter(this::isLater).toList()
              : chunk.events().stream().map(this::withoutPerson).toList();
      if (left.isEmpty()) {
        own.add(chunk.key());
        erased = erased.plus(Erased.chunk(chunk.events().size()));
      } else if (!left.equals(chunk.events())) {
        change(found, chunk, left);
      }
    }

    private HydratedEvent withoutPerson(HydratedEvent event) {
      return isLater(event) ? event : mentions.replaceIn(event);
    }

    /** What happened after the request was not asked to be erased. */
    private boolean isLater(HydratedEvent event) {
      return event.event().time().at().isAfter(job.requestedAt());
    }

    private void change(Found found, Chunk chunk, List<HydratedEvent> left) {
      Chunk changed =
          new Chunk(
              chunk.key(),
              chunk.portal(),
              chunk.user(),
              chunk.policy(),
              chunk.expiresAt(),
              left,
              chunk.keyId());
      if (sweeper.replace(found, changed)) {
        erased = erased.plus(Erased.change(chunk.events().size() - left.size()));
      } else {
        changedMeanwhile = true;
      }
    }
  }
}
