package dev.housecount.health;

import dev.housecount.event.Pseudonym;
import dev.housecount.event.Versions;
import dev.housecount.store.Chunk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the newest stored events tell of a portal.
 *
 * @param events how many they are
 * @param withUser how many of them name a user
 * @param recent how many the newest of them are, {@link #RECENT} at least where there are as many
 * @param recentWithUser how many of those name a user
 * @param recentGuests how many of those name a guest
 * @param since when the first one happened; null where there is none
 * @param people some of the users, those of the newest events; no guests
 * @param senders when what which software recorded happened
 */
record Sample(
    int events,
    int withUser,
    int recent,
    int recentWithUser,
    int recentGuests,
    @Nullable Instant since,
    Set<Pseudonym> people,
    Map<Versions, Span> senders) {
  /** What has changed shows as soon as so many events came since. */
  static final int RECENT = 200;

  /** The catalog is asked for so many. */
  static final int PEOPLE = 100;

  /** Of chunks in any order. */
  static Sample of(List<Chunk> chunks, Set<Pseudonym> guests) {
    List<Chunk> newestFirst = new ArrayList<>(chunks);
    newestFirst.sort(Comparator.comparing(Chunk::key).reversed());
    int events = 0;
    int withUser = 0;
    int recent = 0;
    int recentWithUser = 0;
    int recentGuests = 0;
    Instant since = null;
    Set<Pseudonym> people = new LinkedHashSet<>();
    Map<Versions, Span> senders = new HashMap<>();
    for (Chunk chunk : newestFirst) {
      int size = chunk.events().size();
      Pseudonym user = chunk.user();
      int named = user == null ? 0 : size;
      boolean guest = user != null && guests.contains(user);
      recentWithUser += recent < RECENT ? named : 0;
      recentGuests += recent < RECENT && guest ? size : 0;
      recent += recent < RECENT ? size : 0;
      events += size;
      withUser += named;
      Span span = span(chunk);
      since = since == null || span.first().isBefore(since) ? span.first() : since;
      senders.merge(chunk.versions(), span, Span::plus);
      if (user != null && !guest && people.size() < PEOPLE) {
        people.add(user);
      }
    }
    return new Sample(
        events, withUser, recent, recentWithUser, recentGuests, since, people, senders);
  }

  private static Span span(Chunk chunk) {
    int last = chunk.events().size() - 1;
    return new Span(chunk.events().get(last).event().time().at(), chunk.key().newest());
  }
}
