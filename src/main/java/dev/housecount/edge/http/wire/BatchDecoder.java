package dev.housecount.edge.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.housecount.collect.Batch;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Sender;
import dev.housecount.collect.Submission;
import dev.housecount.collect.Timestamps;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as a batch, in whichever dialect: an object with {@code events}, or an array. What
 * an element is, is told by its shape. An element is read within limits of its own and thrown away
 * alone; only what is no JSON text at all costs the batch.
 */
public final class BatchDecoder {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int TOO_LARGE = 413;

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

  /**
   * @param unread how many bytes of the body were passed over
   */
  private record Parsed(BatchContents contents, long unread) {}

  private final CollectLimits limits;

  public BatchDecoder(CollectLimits limits) {
    this.limits = limits;
  }

  /**
   * @param body UTF-8; malformed bytes become U+FFFD, as WHATWG's Encoding has it
   * @throws ProblemException when the body is no batch at all, or too large a one
   */
  public Batch decode(byte[] body, Instant receivedAt, String portal, Sender sender) {
    BatchContents contents = body.length > limits.bytes() ? large(body) : parse(body).contents();
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
        named.recordingWith(contents.versions()),
        contents.backfill());
  }

  /**
   * What is passed over unread is not counted. Splitting does not help a batch of one event: it is
   * rejected, all others are to be split.
   */
  private BatchContents large(byte[] body) {
    try {
      Parsed parsed = parse(body);
      if (body.length - parsed.unread() <= limits.bytes()) {
        return parsed.contents();
      }
      List<Submission> submissions = parsed.contents().submissions();
      if (submissions != null && submissions.size() == 1) {
        return BatchContents.of(List.of(Submission.rejected(RejectionReason.TOO_LARGE)));
      }
    } catch (ProblemException e) {
      if (e.problem().status() == TOO_LARGE) {
        throw e;
      }
      // Whatever else it is, it is too large.
    }
    throw CollectLimits.passed("bytes", limits.bytes());
  }

  private Parsed parse(byte[] body) {
    String decoded = new String(body, StandardCharsets.UTF_8);
    int start = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    String text = decoded.substring(start);
    Unread unread = new Unread(text);
    try (JsonParser json = JSON.createParser(text)) {
      BatchContents contents = BatchContents.read(json, unread, limits);
      if (json.nextToken() != null) {
        throw Problem.badRequest("not-json", "Something follows the JSON text.").asException();
      }
      return new Parsed(contents, unread.bytes());
    } catch (StreamConstraintsException e) {
      throw Problem.badRequest("too-deep", "The body is nested too deeply.").asException();
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Instant sentAt(@Nullable Object sentAt) {
    try {
      return sentAt == null ? null : Timestamps.parse(sentAt);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
              "bad-sent-at",
              "\"sentAt\" is neither ISO 8601 with an offset nor a number since 1970.")
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
