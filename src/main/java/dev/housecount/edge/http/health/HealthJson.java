package dev.housecount.edge.http.health;

import dev.housecount.catalog.CatalogStatus;
import dev.housecount.event.Versions;
import dev.housecount.health.Advice;
import dev.housecount.health.DataHealth;
import dev.housecount.health.Figures;
import dev.housecount.health.Findings;
import dev.housecount.health.MaintenanceLog;
import dev.housecount.health.Span;
import dev.housecount.health.VersionChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told, as members of a JSON object in the order in which they are shown. */
final class HealthJson {
  private HealthJson() {}

  static Map<String, @Nullable Object> of(DataHealth health, Findings found) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("portal", found.portal());
    members.put("zone", found.zone().getId());
    members.put("now", found.now().toString());
    members.put("from", found.days().firstKey().toString());
    members.put("to", found.days().lastKey().plusDays(1).toString());
    members.put("lastEvent", text(found.lastEvent()));
    members.put("senders", senders(health, found.senders()));
    members.put("portals", portals(found));
    members.put("counts", counts(found.total()));
    members.put(
        "days",
        found.days().entrySet().stream().map(day -> day(day.getKey(), day.getValue())).toList());
    members.put("sample", sample(found));
    members.put("catalog", catalog(found.catalog()));
    members.put("maintenance", maintenance(found.maintenance()));
    members.put("changes", changes(health, found.senders()));
    members.put("advice", found.advice().stream().map(HealthJson::of).toList());
    return members;
  }

  static Map<String, @Nullable Object> versions(
      DataHealth health, String portal, Map<Versions, Span> senders) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("portal", portal);
    members.put("zone", health.zone().getId());
    members.put("senders", senders(health, senders));
    members.put("changes", changes(health, senders));
    return members;
  }

  private static List<Map<String, @Nullable Object>> senders(
      DataHealth health, Map<Versions, Span> senders) {
    return DataHealth.latestFirst(senders).stream()
        .map(sender -> sender(health, sender.getKey(), sender.getValue()))
        .toList();
  }

  private static Map<String, @Nullable Object> sender(
      DataHealth health, Versions versions, Span span) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("module", versions.module());
    members.put("backstage", versions.backstage());
    members.put("firstDay", LocalDate.ofInstant(span.first(), health.zone()).toString());
    members.put("lastEvent", span.last().toString());
    return members;
  }

  private static List<Map<String, Object>> portals(Findings found) {
    return found.portals().entrySet().stream()
        .map(
            portal ->
                Map.<String, Object>of(
                    "portal", portal.getKey(), "lastEvent", portal.getValue().toString()))
        .toList();
  }

  private static Map<String, @Nullable Object> counts(Figures figures) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("accepted", figures.accepted());
    members.put("withUser", figures.withUser());
    members.put("late", figures.late());
    members.put("rejected", mostFirst(figures.rejected()));
    members.put("dropped", mostFirst(figures.dropped()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("attributes", figures.droppedFields().getOrDefault("attributes", 0L));
    fields.put("context", figures.droppedFields().getOrDefault("context", 0L));
    members.put("droppedFields", fields);
    return members;
  }

  private static Map<String, Long> mostFirst(Map<String, Long> byReason) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    byReason.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(reason -> sorted.put(reason.getKey(), reason.getValue()));
    return sorted;
  }

  private static Map<String, Object> day(LocalDate date, Figures figures) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("date", date.toString());
    members.put("accepted", figures.accepted());
    members.put("withUser", figures.withUser());
    members.put("late", figures.late());
    members.put("rejected", Figures.sum(figures.rejected()));
    members.put("dropped", Figures.sum(figures.dropped()));
    return members;
  }

  private static @Nullable Map<String, @Nullable Object> sample(Findings found) {
    Findings.Share share = found.sample();
    if (share.events() == 0) {
      return null;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("events", share.events());
    members.put("since", text(share.since()));
    members.put("withUser", rounded((double) share.withUser() / share.events()));
    Double known = found.knownToCatalog();
    members.put("knownToCatalog", known == null ? null : rounded(known));
    return members;
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  private static Map<String, @Nullable Object> catalog(CatalogStatus status) {
    CatalogStatus.Source source = status.source();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("asOf", text(status.asOf()));
    members.put("source", source == null ? null : source.name().toLowerCase(Locale.ROOT));
    members.put("entities", status.entities());
    members.put("totalUsers", status.totalUsers());
    members.put("problems", status.problems().size());
    return members;
  }

  private static Map<String, @Nullable Object> maintenance(MaintenanceLog.@Nullable Run run) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("lastRun", run == null ? null : run.at().toString());
    members.put("failed", run == null ? List.of() : run.failed());
    return members;
  }

  private static List<Map<String, Object>> changes(DataHealth health, Map<Versions, Span> senders) {
    return health.changes(senders).stream().map(HealthJson::of).toList();
  }

  private static Map<String, Object> of(VersionChange change) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("date", change.date().toString());
    members.put("what", change.what());
    members.put("version", change.version());
    return members;
  }

  private static Map<String, Object> of(Advice advice) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("code", advice.code());
    members.put("level", advice.level().name().toLowerCase(Locale.ROOT));
    members.put("text", advice.text());
    members.put("todo", advice.todo());
    return members;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
