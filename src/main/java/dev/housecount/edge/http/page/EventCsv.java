package dev.housecount.edge.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.EntityFacts;
import dev.housecount.edge.http.problem.Json;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.query.FoundEvent;
import dev.housecount.query.Known;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes events as CSV (RFC 4180) that a spreadsheet shows and does not run. */
public final class EventCsv {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "timestamp",
          "action",
          "subject",
          "value",
          "attributes",
          "context",
          "user",
          "sessionId",
          "portal",
          "pluginId",
          "entityRef",
          "mark",
          "section",
          "moduleVersion",
          "backstageVersion",
          "entityKind",
          "entityNamespace",
          "entityType",
          "entityLifecycle",
          "entityOwner",
          "entityTitle",
          "entityFields",
          "groups",
          "identity");

  /** How many of them tell of the entity what the catalog said. */
  private static final int ENTITY_COLUMNS = 7;

  private EventCsv() {}

  static byte[] header(boolean byteOrderMark) {
    return ((byteOrderMark ? "\uFEFF" : "") + String.join(",", COLUMNS) + "\r\n").getBytes(UTF_8);
  }

  public static byte[] row(FoundEvent found) {
    HydratedEvent hydrated = found.event();
    ScrubbedEvent event = hydrated.event();
    Stream<String> own =
        Stream.of(
            text(event.id()),
            EventJson.time(event.time().at()),
            text(event.action()),
            text(event.subject()),
            event.value() == null ? "" : new FieldValue.Num(event.value()).number().toString(),
            text(fields(event.attributes())),
            text(fields(event.context())),
            text(event.user()),
            text(event.session()),
            text(hydrated.portal()),
            text(found.place().plugin()),
            text(hydrated.entity()),
            found.mark() == null ? "" : found.mark().code(),
            text(found.place().section()),
            text(hydrated.versions().module()),
            text(hydrated.versions().backstage()));
    return Stream.concat(own, known(found.known()))
        .collect(Collectors.joining(",", "", "\r\n"))
        .getBytes(UTF_8);
  }

  private static Stream<String> known(Known known) {
    return Stream.concat(
        entity(known.entity()),
        Stream.of(
            known.groups() == null ? "" : text(Json.write(EventJson.texts(known.groups()))),
            known.identity() == null ? "" : text(fields(known.identity()))));
  }

  private static Stream<String> entity(@Nullable EntityFacts entity) {
    return entity == null
        ? Stream.generate(() -> "").limit(ENTITY_COLUMNS)
        : Stream.of(
            text(entity.ref().kind()),
            text(entity.ref().namespace()),
            text(entity.type()),
            text(entity.lifecycle()),
            text(entity.owner()),
            text(entity.title()),
            text(fields(entity.fields())));
  }

  private static String fields(Map<String, FieldValue> fields) {
    return Json.write(FieldValue.plainOf(fields));
  }

  private static String text(@Nullable Object value) {
    return CsvText.of(value);
  }
}
