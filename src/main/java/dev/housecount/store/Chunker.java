package dev.housecount.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.PolicyVersion;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.Versions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the events of one request into chunks, by content alone: the same events, the same chunks.
 */
public final class Chunker {
  /**
   * The most characters of text in one chunk. Three bytes each, and uncompressed, they still fit an
   * item of 400 KB (DynamoDB's limit).
   */
  static final int MAX_CHARACTERS = 100_000;

  private static final int DIGEST_BYTES = 12;
  private static final Comparator<Identified> NEWEST_FIRST =
      Comparator.comparing(Identified::at)
          .thenComparing(Identified::place)
          .reversed()
          .thenComparing(event -> event.hydrated().event().id().value())
          .thenComparing(event -> event.hydrated().event().content());

  private final RetentionPolicy retention;
  private final PolicyVersion policy;
  private final String keyId;

  /**
   * @param policy under which the events were scrubbed; no part of a chunk's key, so that a resend
   *     of which another policy leaves the same takes the place of what was sent first
   * @param keyId the key under which the events' pseudonyms are
   */
  public Chunker(RetentionPolicy retention, PolicyVersion policy, String keyId) {
    this.retention = retention;
    this.policy = policy;
    this.keyId = keyId;
  }

  /**
   * Every event is in exactly one chunk; repeated events are in one chunk once. An id does not make
   * a repetition: all must be the same.
   */
  public List<Chunk> cut(List<HydratedEvent> events) {
    Map<Group, Map<String, Identified>> groups = new LinkedHashMap<>();
    for (HydratedEvent event : events) {
      Group group =
          new Group(
              event.portal(),
              event.event().user(),
              retention.of(event.event().action()),
              event.versions());
      Identified identified = Identified.of(event);
      groups
          .computeIfAbsent(group, g -> new LinkedHashMap<>())
          .putIfAbsent(identified.identity(), identified);
    }
    List<Chunk> chunks = new ArrayList<>();
    groups.forEach(
        (group, distinct) ->
            cut(group, distinct.values().stream().sorted(NEWEST_FIRST).toList(), chunks));
    return chunks;
  }

  private void cut(Group group, List<Identified> newestFirst, List<Chunk> chunks) {
    List<Identified> piece = new ArrayList<>();
    int characters = 0;
    for (Identified event : newestFirst) {
      int size = event.characters();
      if (!piece.isEmpty()
          && (characters + size > MAX_CHARACTERS
              || span(piece.get(0), event).compareTo(Band.LOOSE.span()) > 0)) {
        chunks.add(chunk(group, piece));
        piece = new ArrayList<>();
        characters = 0;
      }
      piece.add(event);
      characters += size;
    }
    chunks.add(chunk(group, piece));
  }

  private Chunk chunk(Group group, List<Identified> events) {
    Instant newest = events.get(0).at();
    boolean exact = events.stream().allMatch(Identified::isExact);
    Band band = Band.of(span(events.get(0), events.get(events.size() - 1)), exact);
    return new Chunk(
        new ChunkKey(band, newest, digest(group, events)),
        group.portal,
        group.user,
        policy,
        expiry(newest.plus(group.retention)),
        events.stream().map(Identified::hydrated).toList(),
        keyId);
  }

  /** DynamoDB's TTL counts whole seconds: the next one, so that no event goes before its time. */
  private static Instant expiry(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static String digest(Group group, List<Identified> events) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(
          (group.portal + "/" + group.user + "/" + group.retention.toDays()).getBytes(UTF_8));
      String[] placed = new String[events.size()];
      for (int i = 0; i < placed.length; i++) {
        placed[i] = events.get(i).identity() + events.get(i).place();
      }
      Arrays.sort(placed);
      for (String event : placed) {
        sha256.update(("/" + event.length() + ":" + event).getBytes(UTF_8));
      }
      byte[] digest = Arrays.copyOf(sha256.digest(), DIGEST_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Duration span(Identified newest, Identified oldest) {
    return Duration.between(oldest.at(), newest.at());
  }

  /** Versions are no part of the key: one request has one pair of them. */
  private record Group(
      String portal, @Nullable Pseudonym user, Duration retention, Versions versions) {}
}
