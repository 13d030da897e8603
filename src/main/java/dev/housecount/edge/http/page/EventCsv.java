package dev.housecount.edge.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.edge.http.problem.Json;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.query.FoundEvent;
import java.util.List;
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
          "backstageVersion");

  private EventCsv() {}

  static byte[] header(boolean byteOrderMark) {
    return ((byteOrderMark ? "\uFEFF" : "") + String.join(",", COLUMNS) + "\r\n").getBytes(UTF_8);
  }

  public static byte[] row(FoundEvent found) {
    HydratedEvent hydrated = found.event();
    ScrubbedEvent event = hydrated.event();
    String cells =
        Stream.of(
                text(event.id()),
                EventJson.time(event.time().at()),
                text(event.action()),
                text(event.subject()),
                event.value() == null ? "" : new FieldValue.Num(event.value()).number().toString(),
                text(Json.write(FieldValue.plainOf(event.attributes()))),
                text(Json.write(FieldValue.plainOf(event.context()))),
                text(event.user()),
                text(event.session()),
                text(hydrated.portal()),
                text(found.place().plugin()),
                text(hydrated.entity()),
                found.mark() == null ? "" : found.mark().code(),
                text(found.place().section()),
                text(hydrated.versions().module()),
                text(hydrated.versions().backstage()))
            .collect(Collectors.joining(",", "", "\r\n"));
    return cells.getBytes(UTF_8);
  }

  private static String text(@Nullable Object value) {
    return CsvText.of(value);
  }
}
