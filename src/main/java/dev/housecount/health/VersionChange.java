package dev.housecount.health;

import dev.housecount.event.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A day on which software recorded events for the first time.
 *
 * @param what {@link #MODULE} or {@link #BACKSTAGE}
 */
public record VersionChange(LocalDate date, String what, String version) {
  public static final String MODULE = "module";
  public static final String BACKSTAGE = "backstage";

  /** All of them, oldest first; not that of the very first version, which changed nothing. */
  static List<VersionChange> of(Map<Versions, Span> senders, ZoneId zone) {
    List<VersionChange> changes = new ArrayList<>();
    changes.addAll(of(senders, zone, MODULE, Versions::module));
    changes.addAll(of(senders, zone, BACKSTAGE, Versions::backstage));
    changes.sort(
        Comparator.comparing(VersionChange::date)
            .thenComparing(VersionChange::what)
            .thenComparing(VersionChange::version));
    return changes;
  }

  private static List<VersionChange> of(
      Map<Versions, Span> senders,
      ZoneId zone,
      String what,
      Function<Versions, @Nullable String> part) {
    Map<String, Instant> firsts = new TreeMap<>();
    senders.forEach(
        (versions, span) -> {
          String version = part.apply(versions);
          if (version != null) {
            firsts.merge(version, span.first(), (a, b) -> a.isBefore(b) ? a : b);
          }
        });
    return firsts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .skip(1)
        .map(
            first ->
                new VersionChange(
                    LocalDate.ofInstant(first.getValue(), zone), what, first.getKey()))
        .toList();
  }
}
