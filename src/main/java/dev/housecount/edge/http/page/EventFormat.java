package dev.housecount.edge.http.page;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats in which events are returned. */
public enum EventFormat {
  JSON("application/json", "application/json"),
  NDJSON("application/x-ndjson", "application/x-ndjson"),
  CSV("text/csv", "text/csv;charset=UTF-8;header=present");

  private final String mediaType;
  private final String contentType;

  EventFormat(String mediaType, String contentType) {
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }

  /**
   * The best of the accepted ones that there is; JSON where anything goes. Elements that are no
   * media range are passed over.
   *
   * @param accept the values of the Accept headers, as sent
   * @throws ProblemException when there is none
   */
  public static EventFormat preferred(List<String> accept) {
    return preferred(accept, List.of(values()));
  }

  /**
   * As {@link #preferred(List)}, where not all formats are there.
   *
   * @param offered JSON among them
   */
  public static EventFormat preferred(List<String> accept, List<EventFormat> offered) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String header : accept) {
      for (String element : header.split(",", -1)) {
        if (!element.isBlank()) {
          ranges.add(MediaRange.parse(element));
        }
      }
    }
    if (ranges.isEmpty()) {
      return JSON;
    }
    return ranges.stream()
        .sorted(Comparator.<MediaRange>comparingDouble(MediaRange::quality).reversed())
        .filter(range -> range.quality() > 0)
        .flatMap(range -> offered.stream().filter(format -> range.covers(format.mediaType)))
        .findFirst()
        .orElseThrow(() -> notAcceptable(offered));
  }

  private static ProblemException notAcceptable(List<EventFormat> offered) {
    String types =
        offered.stream().map(format -> format.mediaType).collect(Collectors.joining(" or "));
    return Problem.of(
            406,
            "not-acceptable",
            "None of the accepted media types is available",
            "Accept " + types + ".")
        .asException();
  }

  /**
   * One element of an Accept header (RFC 9110, section 12.5.1); the framework fails on malformed
   * ones.
   */
  private record MediaRange(String type, double quality) {
    static MediaRange parse(String element) {
      String[] parts = element.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      double quality = 1;
      for (String parameter : parts) {
        if (parameter.startsWith("q=")) {
          quality = quality(parameter.substring(2));
        }
      }
      return new MediaRange(parts[0], quality);
    }

    private static double quality(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    boolean covers(String mediaType) {
      return type.equals("*/*")
          || type.equals(mediaType)
          || (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)));
    }
  }
}
