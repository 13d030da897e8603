package dev.housecount.edge.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.housecount.collect.EventDecoder;
import dev.housecount.collect.RejectionReason;
import dev.housecount.collect.Submission;
import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.event.Versions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body says, as far as it could be read.
 *
 * @param submissions null where there are none
 * @param sentAt as it was sent; null where it was not
 * @param environment likewise
 */
record BatchContents(
    @Nullable List<Submission> submissions,
    @Nullable Object sentAt,
    @Nullable Object environment,
    Versions versions,
    boolean backfill) {

  /** Events without anything beside them. */
  static BatchContents of(@Nullable List<Submission> submissions) {
    return new BatchContents(submissions, null, null, Versions.NONE, false);
  }

  /**
   * Reads a batch, or the events alone.
   *
   * @throws ProblemException when it is empty, or more than the limits allow
   */
  static BatchContents read(JsonParser json, Unread unread, CollectLimits limits)
      throws IOException {
    JsonToken root = json.nextToken();
    if (root == null) {
      throw Problem.badRequest("not-json", "The body is empty.").asException();
    }
    if (root == JsonToken.START_ARRAY) {
      return of(submissions(json, unread, limits));
    }
    List<Submission> submissions = null;
    Object sentAt = null;
    Object environment = null;
    String module = null;
    String backstage = null;
    boolean backfill = false;
    JsonToken next = root == JsonToken.START_OBJECT ? json.nextToken() : root;
    while (next == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      // Of equal names the last counts, as in an event.
      switch (name) {
        case "events" ->
            submissions = token == JsonToken.START_ARRAY ? submissions(json, unread, limits) : null;
        case "sentAt" -> sentAt = scalar(json, token);
        case "environment" -> environment = scalar(json, token);
        case "moduleVersion" -> module = text(scalar(json, token));
        case "backstageVersion" -> backstage = text(scalar(json, token));
        case "backfill" -> backfill = token == JsonToken.VALUE_TRUE;
        default -> {
          next = unread.skip(json);
          continue;
        }
      }
      json.skipChildren();
      next = json.nextToken();
    }
    Versions versions = new Versions(module, backstage);
    return new BatchContents(submissions, sentAt, environment, versions, backfill);
  }

  private static List<Submission> submissions(JsonParser json, Unread unread, CollectLimits limits)
      throws IOException {
    int depth = json.getParsingContext().getNestingDepth();
    List<Submission> submissions = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (submissions.size() == limits.events()) {
        throw CollectLimits.passed("events", limits.events());
      }
      if (!submissions.isEmpty() && unread.read(json) > limits.bytes()) {
        throw CollectLimits.passed("bytes", limits.bytes());
      }
      submissions.add(submission(json, unread));
      while (json.getParsingContext().getNestingDepth() > depth) {
        json.nextToken(); // the rest of a rejected one
      }
    }
    return submissions;
  }

  private static Submission submission(JsonParser json, Unread unread) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return Submission.rejected(RejectionReason.NOT_AN_EVENT);
    }
    try {
      return Submission.of(EventDecoder.decode(ElementReader.read(json, unread)));
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
}
