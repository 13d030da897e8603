package dev.housecount.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.housecount.collect.Batch;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.event.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as a batch, in whichever dialect: an object with {@code events}, or an array. What
 * an element is, is told by its shape. An element is read within limits of its own and thrown away
 * alone; only what is no JSON text at all costs the batch.
 */
final class BatchDecoder {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** ElementReader counts texts, names and numbers itself: the parser's limits cost the body. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(CollectLimits.PARSED_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          // A table of all names seen is of no use: most are a few known ones, the rest hostile.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private record Contents(
      @Nullable List<Submission> submissions,
      @Nullable Object sentAt,
      @Nullable Object environment,
      Versions versions) {
    static Contents of(@Nullable List<Submission> submissions) {
      return new Contents(submissions, null, null, Versions.NONE);
    }
  }

  private final CollectLimits limits;

  BatchDecoder(CollectLimits limits) {
    this.limits = limits;
  }

  /**
   * @param body UTF-8; malformed bytes become U+FFFD, as WHATWG's Encoding has it
   * @throws ProblemException when the body is no batch at all, or too large a one
   */
  Batch decode(byte[] body, Instant receivedAt, String portal, Sender sender) {
    boolean oversize = body.length > limits.bytes();
    Contents contents = oversize ? oneEvent(body) : parse(body, limits.events());
    if (contents.submissions() == null) {
      throw Problem.badRequest(
              "not-a-batch",
              "The body is a JSON object with an array \"events\", or an array of events.")
          .asException();
    }
    Sender named = contents.environment() instanceof String name ? sender.in(name) : sender;
    return new Batch(
        contents.submissions(),
        sentAt(contents.sentAt()),
        receivedAt,
        portal,
        named.recordingWith(contents.versions()));
  }

  /** Splitting does not help a batch of one event: it is rejected, all others are to be split. */
  private Contents oneEvent(byte[] body) {
    try {
      Contents contents = parse(body, 1);
      if (contents.submissions() != null && contents.submissions().size() == 1) {
        return Contents.of(List.of(Submission.rejected(RejectionReason.TOO_LARGE)));
      }
    } catch (ProblemException e) {
      // Whatever else it is, it is too large.
    }
    throw CollectLimits.passed("bytes", limits.bytes());
  }

  private Contents parse(byte[] body, int maxEvents) {
    String text = new String(body, StandardCharsets.UTF_8);
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    try (JsonParser json = JSON.createParser(start == 0 ? text : text.substring(start))) {
      Contents contents = contents(json, maxEvents);
      if (json.nextToken() != null) {
        throw Problem.badRequest("not-json", "Something follows the JSON text.").asException();
      }
      return contents;
    } catch (StreamConstraintsException e) {
      throw Problem.badRequest("too-deep", "The body is nested too deeply.").asException();
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Contents contents(JsonParser json, int maxEvents) throws IOException {
    JsonToken root = json.nextToken();
    if (root == null) {
      throw Problem.badRequest("not-json", "The body is empty.").asException();
    }
    if (root == JsonToken.START_ARRAY) {
      return Contents.of(submissions(json, maxEvents));
    }
    List<Submission> submissions = null;
    Object sentAt = null;
    Object environment = null;
    String module = null;
    String backstage = null;
    while (root == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      // Of equal names the last counts, as in an event.
      if (name.equals("events")) {
        submissions = token == JsonToken.START_ARRAY ? submissions(json, maxEvents) : null;
      } else if (name.equals("sentAt")) {
        sentAt = scalar(json, token);
      } else if (name.equals("environment")) {
        environment = scalar(json, token);
      } else if (name.equals("moduleVersion")) {
        module = text(scalar(json, token));
      } else if (name.equals("backstageVersion")) {
        backstage = text(scalar(json, token));
      }
      json.skipChildren();
    }
    return new Contents(submissions, sentAt, environment, new Versions(module, backstage));
  }

  private List<Submission> submissions(JsonParser json, int maxEvents) throws IOException {
    int depth = json.getParsingContext().getNestingDepth();
    List<Submission> submissions = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (submissions.size() == maxEvents) {
        throw CollectLimits.passed("events", maxEvents);
      }
      submissions.add(submission(json));
      while (json.getParsingContext().getNestingDepth() > depth) {
        json.nextToken(); // the rest of a rejected one
      }
    }
    return submissions;
  }

  private static Submission submission(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return Submission.rejected(RejectionReason.NOT_AN_EVENT);
    }
    try {
      return Submission.of(EventDecoder.decode(ElementReader.read(json)));
    } catch (EventDecoder.RejectedException e) {
      return Submission.rejected(e.reason());
    }
  }

  /** A text or a number; for anything else, something that is neither. */
  private static @Nullable Object scalar(JsonParser json, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> json.getTextLength() > CollectLimits.TEXT ? "" : json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ElementReader.number(json);
      default -> token;
    };
  }

  private static @Nullable String text(@Nullable Object scalar) {
    return scalar instanceof String text ? text : null;
  }

  private static @Nullable Instant sentAt(@Nullable Object sentAt) {
    try {
      return sentAt == null ? null : Timestamps.parse(sentAt);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
              "bad-sent-at",
              "\"sentAt\" is neither ISO 8601 with an offset nor milliseconds since 1970.")
          .asException();
    }
  }

  /** The parser's own message repeats what was sent; only the place is told. */
  private static ProblemException notJson(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place =
        at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    return Problem.badRequest("not-json", "The body is no JSON text" + place + ".").asException();
  }
}
