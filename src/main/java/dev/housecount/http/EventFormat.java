package dev.housecount.http;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** The formats in which events are returned. */
enum EventFormat {
  JSON("application", "json", "application/json"),
  NDJSON("application", "x-ndjson", "application/x-ndjson"),
  CSV("text", "csv", "text/csv;charset=UTF-8;header=present");

  private final MediaType mediaType;
  private final String contentType;

  EventFormat(String type, String subtype, String contentType) {
    this.mediaType = new MediaType(type, subtype);
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /**
   * The first of the accepted ones that there is; JSON where anything goes.
   *
   * @param accepted in the order of preference
   * @throws ProblemException when there is none
   */
  static EventFormat preferred(List<MediaType> accepted) {
    return accepted.stream()
        .sorted(Comparator.comparingDouble(EventFormat::quality).reversed())
        .filter(type -> quality(type) > 0)
        .flatMap(
            type ->
                List.of(values()).stream().filter(format -> type.isCompatible(format.mediaType)))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "None of the accepted media types is available",
                        "Accept application/json, application/x-ndjson or text/csv.")
                    .asException());
  }

  private static double quality(MediaType type) {
    String q = type.getParameters().get("q");
    try {
      return q == null ? 1 : Double.parseDouble(q);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
