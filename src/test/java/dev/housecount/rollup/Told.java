package dev.housecount.rollup;

import dev.housecount.event.EventId;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.hydrate.RouteHydrator;
import dev.housecount.marks.Mark;
import dev.housecount.testing.Events;
import dev.housecount.timeline.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** An event as the scrubber leaves it, in the words of a test. */
record Told(
    String id,
    String action,
    String subject,
    Instant at,
    String user,
    String session,
    Double value,
    Map<String, Object> attributes,
    Map<String, Object> context,
    String portal,
    Mark mark) {
  static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  /** By alice, at noon. */
  static Told event(String action, String subject) {
    return new Told(
        null, action, subject, NOON, "alice", null, null, Map.of(), Map.of(), "default", null);
  }

  static Told visit(String path) {
    return event("navigate", path);
  }

  static Told search(String term) {
    return event("search", term);
  }

  static Told create(String template) {
    return event("create", "Task has been created").context("entityRef", template);
  }

  /** A task event of the backend as the contract has it. */
  static Told task(String state, String task) {
    return event("task", state).attribute("taskId", taskId(task)).context("pluginId", "scaffolder");
  }

  static String taskId(String task) {
    return Events.PSEUDONYMS.task(task).value();
  }

  Told id(String other) {
    return copy(other, at, user, session, value, attributes, context, portal, mark);
  }

  Told at(Instant other) {
    return copy(id, other, user, session, value, attributes, context, portal, mark);
  }

  /** So many minutes and seconds after noon. */
  Told at(int minutes, int seconds) {
    return at(NOON.plusSeconds(minutes * 60L + seconds));
  }

  Told after(Duration noon) {
    return at(NOON.plus(noon));
  }

  Told by(String other) {
    return copy(id, at, other, session, value, attributes, context, portal, mark);
  }

  Told in(String other) {
    return copy(id, at, user, other, value, attributes, context, portal, mark);
  }

  Told value(double other) {
    return copy(id, at, user, session, other, attributes, context, portal, mark);
  }

  Told attribute(String key, Object one) {
    return copy(id, at, user, session, value, with(attributes, key, one), context, portal, mark);
  }

  Told context(String key, Object one) {
    return copy(id, at, user, session, value, attributes, with(context, key, one), portal, mark);
  }

  Told of(String template) {
    return context("entityRef", template);
  }

  Told from(String other) {
    return copy(id, at, user, session, value, attributes, context, other, mark);
  }

  Told marked(Mark other) {
    return copy(id, at, user, session, value, attributes, context, portal, other);
  }

  private Told copy(
      String one,
      Instant when,
      String who,
      String where,
      Double number,
      Map<String, Object> more,
      Map<String, Object> around,
      String whose,
      Mark why) {
    return new Told(one, action, subject, when, who, where, number, more, around, whose, why);
  }

  private static Map<String, Object> with(Map<String, Object> fields, String key, Object one) {
    Map<String, Object> all = new HashMap<>(fields);
    all.put(key, one);
    return all;
  }

  StoredEvent stored() {
    return new StoredEvent(hydrated(true), mark);
  }

  HydratedEvent hydrated(boolean exact) {
    ScrubbedEvent event =
        new ScrubbedEvent(
            new EventId(id == null ? action + subject + at : id),
            new EventTime(at, exact),
            action,
            subject,
            value,
            FieldValue.fieldsOfPlain(attributes),
            FieldValue.fieldsOfPlain(context),
            user == null ? null : pseudonym(user),
            session == null ? null : Events.PSEUDONYMS.session(session));
    return new RouteHydrator().hydrate(event, portal);
  }

  static Pseudonym pseudonym(String user) {
    return Events.PSEUDONYMS.user(user);
  }
}
