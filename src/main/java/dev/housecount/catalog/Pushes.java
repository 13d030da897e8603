package dev.housecount.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.Generations.Open;
import dev.housecount.catalog.Keeping.State;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pages of generations on their way in. See RATIONALE.md. */
final class Pushes {
  private static final int ID_BYTES = 8;

  private final Shelf shelf;
  private final Keeping keeping;
  private final Generations generations;
  private final Reduction reduction;
  private final OptedOut optedOut;

  Pushes(
      Shelf shelf,
      Keeping keeping,
      Generations generations,
      Reduction reduction,
      OptedOut optedOut) {
    this.shelf = shelf;
    this.keeping = keeping;
    this.generations = generations;
    this.reduction = reduction;
    this.optedOut = optedOut;
  }

  PageReceipt take(PushedPage page) {
    SortedMap<String, CapturedEntity> entities = new TreeMap<>();
    Arrival arrival = new Arrival();
    List<PageReceipt.Rejection> rejected = new ArrayList<>();
    for (PushedPage.Line line : page.lines()) {
      try {
        CapturedEntity entity = reduction.of(line.entity());
        String key = key(entity);
        entities.put(key, entity);
        arrival.add(key);
      } catch (NoEntityException e) {
        rejected.add(new PageReceipt.Rejection(line.number(), e.reason()));
      }
    }
    int accepted = page.lines().size() - rejected.size();
    String portal = page.portal();
    shelf.words(portal).learn(groups(entities));
    return Keeping.retried(
        () -> {
          State state = keeping.current(portal);
          Open open = generations.begin(portal, page.generation(), state.head(), keeping.now());
          Difference difference =
              new Difference(shelf, portal, state.root(), page.number(), arrival);
          stage(open, page.number(), difference, withoutOptedOut(entities), accepted);
          return new PageReceipt(accepted, rejected);
        });
  }

  private void stage(
      Open open,
      int number,
      Difference difference,
      SortedMap<String, CapturedEntity> entities,
      int accepted) {
    String id = id(open, number, difference.root(), entities);
    Commit commit = new Commit(shelf, open.portal(), id);
    StagedPage staged = difference.of(entities, accepted, commit);
    commit.write(Commit.due(keeping.now()), Set.of());
    generations.put(open, staged, id);
  }

  private static String key(CapturedEntity entity) {
    if (entity instanceof EntityFacts facts && facts.ref().toString().indexOf('\0') >= 0) {
      throw new NoEntityException("a ref has no control characters");
    }
    return Entry.key(entity);
  }

  private SortedMap<String, CapturedEntity> withoutOptedOut(
      SortedMap<String, CapturedEntity> entities) {
    Set<Pseudonym> out = optedOut.now();
    if (out.isEmpty()) {
      return entities;
    }
    SortedMap<String, CapturedEntity> left = new TreeMap<>();
    entities.forEach(
        (key, entity) -> {
          if (!(entity instanceof UserFacts user && out.contains(user.user()))) {
            left.put(key, Renewed.without(entity, out));
          }
        });
    return left;
  }

  /** Groups, and what is named as one; no people. */
  private static SortedSet<String> groups(SortedMap<String, CapturedEntity> entities) {
    SortedSet<String> groups = new TreeSet<>();
    for (CapturedEntity entity : entities.values()) {
      if (entity instanceof UserFacts user) {
        user.groups().forEach(group -> groups.add(group.toString()));
      } else if (entity instanceof EntityFacts facts) {
        if (facts.owner() != null) {
          groups.add(facts.owner());
        }
        if (facts.group() != null) {
          groups.add(facts.ref().toString());
          facts.group().parents().forEach(parent -> groups.add(parent.toString()));
          facts.group().children().forEach(child -> groups.add(child.toString()));
        }
      }
    }
    groups.removeIf(
        word -> word.indexOf(Pseudonym.MARK) >= 0 || word.startsWith(EntityRef.USER + ":"));
    return groups;
  }

  /** The same for a page that is sent again, so that what it writes is in its own place. */
  private static String id(
      Open open, int number, Root root, SortedMap<String, CapturedEntity> entities) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((open.began() + "/" + number + "/" + root.id()).getBytes(UTF_8));
      entities.values().forEach(entity -> digest.update(entity.toString().getBytes(UTF_8)));
      byte[] hash = java.util.Arrays.copyOf(digest.digest(), ID_BYTES);
      return "p" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256 (java.security spec)", e);
    }
  }
}
