package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts of one snapshot after another: of the next when one is swept away meanwhile. */
final class DatedFacts implements CatalogFacts {
  private final Snapshots snapshots;
  private final Set<Pseudonym> optedOut;

  DatedFacts(Snapshots snapshots, OptedOut optedOut) {
    this.snapshots = snapshots;
    this.optedOut = optedOut.now();
  }

  @Override
  public @Nullable EntityFacts entity(EntityRef ref, Instant at) {
    Entry entry = snapshots.ask(snapshot -> snapshot.find(Entry.key(ref)));
    CapturedEntity facts = entry == null ? null : entry.at(time(at));
    if (!(facts instanceof EntityFacts entity)) {
      return null;
    }
    return optedOut.isEmpty() ? entity : (EntityFacts) Renewed.without(entity, optedOut);
  }

  @Override
  public @Nullable UserFacts user(Pseudonym user, Instant at) {
    if (optedOut.contains(user)) {
      return null;
    }
    Entry entry = snapshots.ask(snapshot -> snapshot.user(user));
    return entry != null && entry.at(time(at)) instanceof UserFacts facts ? facts : null;
  }

  @Override
  public GroupTree groups(Instant at) {
    return snapshots.ask(Snapshot::groups).at(time(at));
  }

  @Override
  public void prefetch(Collection<EntityRef> entities, Collection<Pseudonym> users) {
    List<String> keys = new ArrayList<>();
    entities.forEach(ref -> keys.add(Entry.key(ref)));
    users.forEach(user -> keys.add(Entry.key(user)));
    snapshots.ask(
        snapshot -> {
          snapshot.prefetch(keys);
          return keys;
        });
  }

  /** What is older than the first generation meets the first. */
  private long time(Instant at) {
    return Math.max(at.toEpochMilli(), snapshots.ask(Snapshot::head).since());
  }
}
