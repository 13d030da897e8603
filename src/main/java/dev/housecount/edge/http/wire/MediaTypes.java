package dev.housecount.edge.http.wire;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types of bodies that can be read. */
public enum MediaTypes {
  /**
   * A beacon avoids the CORS preflight by saying {@code text/plain}; a client may say nothing. That
   * it is a form is what curl and older libraries say of any text: JSON it has to be all the same.
   */
  EVENTS(
      "application/json, text/plain",
      Set.of("application/json", "text/plain", "application/x-www-form-urlencoded")),

  /** Newline-delimited JSON has no registered type: whatever senders call it. */
  CATALOG(
      "application/x-ndjson, application/jsonl, text/plain",
      Set.of(
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/x-jsonl",
          "application/jsonlines",
          "application/x-jsonlines",
          "application/json-lines",
          "application/json",
          "text/x-ndjson",
          "text/ndjson",
          "text/jsonl",
          "text/plain",
          "application/octet-stream",
          "application/x-www-form-urlencoded"));

  private final String accept;
  private final Set<String> types;

  MediaTypes(String accept, Set<String> types) {
    this.accept = accept;
    this.types = types;
  }

  /** What a 415 answer says we take. */
  public String accept() {
    return accept;
  }

  /**
   * Throws when the body cannot be read because of its media type. A charset has no effect: JSON is
   * UTF-8, and has no such parameter (RFC 8259, sections 8.1 and 11).
   *
   * @throws ProblemException 415
   */
  public void check(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return;
    }
    int end = contentType.indexOf(';');
    String essence = (end < 0 ? contentType : contentType.substring(0, end)).strip();
    if (!types.contains(essence.toLowerCase(Locale.ROOT))) {
      throw unsupported().asException();
    }
  }

  private Problem unsupported() {
    return Problem.of(
        415,
        "unsupported-media-type",
        "The body's media type is not supported",
        "Send " + accept + ", in UTF-8.");
  }
}
