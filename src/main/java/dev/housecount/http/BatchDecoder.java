package dev.housecount.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.housecount.collect.Batch;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as a batch, in whichever dialect: an object with {@code events}, or an array. What
 * an element is, is told by its shape.
 */
final class BatchDecoder {
  private final CollectLimits limits;
  private final JsonMapper json;

  BatchDecoder(CollectLimits limits) {
    this.limits = limits;
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(CollectLimits.DEPTH)
                    .maxStringLength(limits.bytes())
                    .maxNumberLength(CollectLimits.DIGITS)
                    .build())
            .build();
    this.json =
        JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  }

  /**
   * @throws ProblemException when the body is no batch at all
   */
  Batch decode(byte[] body, Instant receivedAt, String portal, Sender sender) {
    Object root = parse(body);
    if (root instanceof List<?> array) {
      return new Batch(submissions(array), null, receivedAt, portal, sender);
    }
    if (root instanceof Map<?, ?> envelope && envelope.get("events") instanceof List<?> events) {
      Sender named = envelope.get("environment") instanceof String name ? sender.in(name) : sender;
      return new Batch(submissions(events), sentAt(envelope), receivedAt, portal, named);
    }
    throw Problem.badRequest(
            "not-a-batch",
            "The body is a JSON object with an array \"events\", or an array of events.")
        .asException();
  }

  private @Nullable Object parse(byte[] body) {
    try {
      return json.readValue(body, Object.class);
    } catch (JsonProcessingException e) {
      // The parser's own message repeats what was sent; only the place is told.
      String place =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw Problem.badRequest("not-json", "The body is no JSON text" + place + ".").asException();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Submission> submissions(List<?> elements) {
    if (elements.size() > limits.events()) {
      throw BodyReader.tooLarge(
          "events",
          limits.events(),
          "Send at most " + limits.events() + " events in one request; split the batch.");
    }
    return elements.stream().map(BatchDecoder::submission).toList();
  }

  private static Submission submission(@Nullable Object element) {
    if (!(element instanceof Map<?, ?> object)) {
      return Submission.rejected(RejectionReason.NOT_AN_EVENT);
    }
    try {
      return Submission.of(EventDecoder.decode(object));
    } catch (EventDecoder.RejectedException e) {
      return Submission.rejected(e.reason());
    }
  }

  private static @Nullable Instant sentAt(Map<?, ?> envelope) {
    Object sentAt = envelope.get("sentAt");
    try {
      return sentAt == null ? null : Timestamps.parse(sentAt);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
              "bad-sent-at",
              "\"sentAt\" is neither ISO 8601 with an offset nor milliseconds since 1970.")
          .asException();
    }
  }
}
