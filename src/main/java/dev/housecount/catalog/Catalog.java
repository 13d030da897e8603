package dev.housecount.catalog;

import dev.housecount.catalog.CatalogStatus.Source;
import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs of portals: what is pushed or pulled goes in, what held at a time comes out. Every
 * method throws {@link dev.housecount.store.StoreUnavailableException} when the store cannot answer
 * now; the same call again is safe. Safe for concurrent use, also by several instances.
 */
public final class Catalog {
  /** A generation that is not complete after this time is forgotten. */
  public static final Duration PATIENCE = Duration.ofHours(1);

  private final Reduction reduction;
  private final CatalogSettings settings;
  private final Clock clock;
  private final OptedOut optedOut;
  private final Map<String, Held> portals = new TreeMap<>();

  /** Calls no store. */
  public Catalog(
      RecordStore store,
      Pseudonymizer pseudonymizer,
      Reduction reduction,
      CatalogSettings settings,
      Clock clock,
      OptedOut optedOut) {
    this.reduction = reduction;
    this.settings = settings;
    this.clock = clock;
    this.optedOut = optedOut;
  }

  /** Takes a page; one that is sent again replaces itself. Nothing is told of it yet. */
  public synchronized PageReceipt take(PushedPage page) {
    Map<String, CapturedEntity> entities = new TreeMap<>();
    List<PageReceipt.Rejection> rejected = new ArrayList<>();
    for (PushedPage.Line line : page.lines()) {
      try {
        CapturedEntity entity = reduction.of(line.entity());
        entities.put(key(entity), entity);
      } catch (NoEntityException e) {
        rejected.add(new PageReceipt.Rejection(line.number(), e.reason()));
      }
    }
    Held held = held(page.portal());
    held.open.computeIfAbsent(page.generation(), name -> new Open(clock.instant()));
    Objects.requireNonNull(held.open.get(page.generation())).pages.put(page.number(), entities);
    return new PageReceipt(page.lines().size() - rejected.size(), rejected);
  }

  /** Makes a generation that was pushed the catalog. */
  public Completion complete(String portal, String generation, int pages, boolean empty) {
    return complete(portal, generation, pages, empty, Source.PUSH);
  }

  /**
   * Makes a generation the catalog, from now on: all of it or nothing.
   *
   * @param pages how many it has; 0 or more
   * @param empty whether it is meant when it has no entity
   * @throws IncompleteGenerationException when pages are missing or too many; nothing changes
   * @throws OlderGenerationException when one that began later was completed; nothing changes
   * @throws EmptyGenerationException when it has no entity; nothing changes
   */
  public synchronized Completion complete(
      String portal, String generation, int pages, boolean empty, Source source) {
    Held held = held(portal);
    Open open = held.open.getOrDefault(generation, new Open(clock.instant()));
    List<Integer> missing =
        IntStream.rangeClosed(1, pages).filter(n -> !open.pages.containsKey(n)).boxed().toList();
    List<Integer> surplus = List.copyOf(open.pages.tailMap(pages, false).keySet());
    if (generation.equals(held.generation) && !missing.isEmpty()) {
      int entities = held.entities.size();
      return new Completion(entities, 0, 0, 0, entities);
    }
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw new IncompleteGenerationException(missing, surplus);
    }
    if (open.began.isBefore(held.began)) {
      throw new OlderGenerationException();
    }
    Map<String, CapturedEntity> entities = new TreeMap<>();
    open.pages.values().forEach(entities::putAll);
    if (entities.isEmpty() && !empty) {
      throw new EmptyGenerationException();
    }
    held.open.remove(generation);
    return held.replace(generation, open.began, clock.instant(), entities, source);
  }

  /** What is known of a portal's catalog now. */
  public synchronized CatalogStatus status(String portal) {
    Held held = held(portal);
    Map<String, Integer> kinds = new TreeMap<>();
    held.entities.values().forEach(entity -> kinds.merge(kind(entity), 1, Integer::sum));
    int users = kinds.getOrDefault(EntityRef.USER, 0);
    int groups = kinds.getOrDefault("group", 0);
    int size = held.entities.size();
    int total = held.total();
    return new CatalogStatus(held.asOf, size, kinds, users, total, groups, held.source, List.of());
  }

  /**
   * A row for each day, oldest first; none before the first generation.
   *
   * @param from in the portal's zone, inclusive
   * @param to exclusive; days that have not begun are left out
   * @param team whose members are counted; null for none
   * @param direct whether members of the groups below it are not counted
   */
  public synchronized List<Headcount> headcounts(
      String portal, LocalDate from, LocalDate to, @Nullable EntityRef team, boolean direct) {
    Held held = held(portal);
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    LocalDate end = to.isAfter(today) ? today.plusDays(1) : to;
    Integer members = team == null ? null : held.members(team, direct);
    return held.asOf == null || !from.isBefore(end)
        ? List.of()
        : from.datesUntil(end).map(day -> new Headcount(day, held.total(), members)).toList();
  }

  /** What held at a time: for one request. */
  public CatalogFacts facts(String portal) {
    return held(portal);
  }

  private Held held(String portal) {
    return portals.computeIfAbsent(portal, name -> new Held());
  }

  private static String key(CapturedEntity entity) {
    return entity instanceof UserFacts user
        ? user.user().value()
        : ((EntityFacts) entity).ref().toString();
  }

  private static String kind(CapturedEntity entity) {
    return entity instanceof EntityFacts facts ? facts.ref().kind() : EntityRef.USER;
  }

  private record Open(Instant began, TreeMap<Integer, Map<String, CapturedEntity>> pages) {
    Open(Instant began) {
      this(began, new TreeMap<>());
    }
  }

  private final class Held implements CatalogFacts {
    private final Map<String, Open> open = new TreeMap<>();
    private Map<String, CapturedEntity> entities = Map.of();
    private @Nullable String generation;
    private Instant began = Instant.MIN;
    private @Nullable Instant asOf;
    private @Nullable Source source;

    Completion replace(
        String name, Instant beganAt, Instant now, Map<String, CapturedEntity> fresh, Source by) {
      int same = 0;
      int kept = 0;
      for (Map.Entry<String, CapturedEntity> entry : fresh.entrySet()) {
        kept += entities.containsKey(entry.getKey()) ? 1 : 0;
        same += entry.getValue().equals(entities.get(entry.getKey())) ? 1 : 0;
      }
      int removed = entities.size() - kept;
      entities = fresh;
      generation = name;
      began = beganAt;
      asOf = now;
      source = by;
      return new Completion(fresh.size(), fresh.size() - kept, kept - same, removed, same);
    }

    int total() {
      return (int)
          entities.values().stream()
              .filter(entity -> entity instanceof UserFacts user && user.counted())
              .count();
    }

    int members(EntityRef team, boolean direct) {
      GroupTree tree = groups(clock.instant());
      Set<EntityRef> below = direct ? Set.of(team) : tree.withDescendants(team);
      return (int)
          entities.values().stream()
              .filter(entity -> tree.isShown(team))
              .filter(entity -> entity instanceof UserFacts user && user.counted())
              .filter(user -> ((UserFacts) user).groups().stream().anyMatch(below::contains))
              .count();
    }

    @Override
    public @Nullable EntityFacts entity(EntityRef ref, Instant at) {
      return entities.get(ref.toString()) instanceof EntityFacts facts ? facts : null;
    }

    @Override
    public @Nullable UserFacts user(Pseudonym user, Instant at) {
      boolean told = !optedOut.now().contains(user);
      return told && entities.get(user.value()) instanceof UserFacts facts ? facts : null;
    }

    @Override
    public GroupTree groups(Instant at) {
      return GroupTree.of(
          entities.values().stream()
              .filter(EntityFacts.class::isInstance)
              .map(EntityFacts.class::cast)
              .toList());
    }

    @Override
    public void prefetch(Collection<EntityRef> refs, Collection<Pseudonym> users) {
      // All is here.
    }
  }
}
