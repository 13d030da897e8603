package dev.housecount.query;

import dev.housecount.catalog.CatalogFacts;
import dev.housecount.catalog.EntityFacts;
import dev.housecount.catalog.GroupTree;
import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of a catalog that knows nothing. */
enum NoFacts implements CatalogFacts {
  INSTANCE;

  private static final GroupTree NO_GROUPS = GroupTree.of(List.of());

  @Override
  public @Nullable EntityFacts entity(EntityRef ref, Instant at) {
    return null;
  }

  @Override
  public @Nullable UserFacts user(Pseudonym user, Instant at) {
    return null;
  }

  @Override
  public GroupTree groups(Instant at) {
    return NO_GROUPS;
  }

  @Override
  public void prefetch(Collection<EntityRef> entities, Collection<Pseudonym> users) {
    // There is nothing to read.
  }
}
