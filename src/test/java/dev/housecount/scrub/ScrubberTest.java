package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Scrubber scrubber = Pipeline.scrubber();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/catalog | /catalog",
        "/catalog?filters[kind]=component&user=alice | /catalog",
        "/catalog#frag | /catalog",
        "/catalog#frag?x=1 | /catalog",
        "/catalog%3Ftoken%3Dabc | /catalog",
        "/catalog%253ftoken=abc | /catalog",
        "/catalog%23frag | /catalog",
        "catalog?x | catalog",
        "/docs/a;jsessionid=1/b | /docs/a",
        "/users/alice@acme.test/x | /users/<email>/x",
        "/users/alice%40acme.test/x | /users/<email>/x",
        "/users/alice%2540acme.test | /users/<email>",
        "https://alice:pw@portal.test/a?b | https://portal.test/a",
        "https://alice:p?w@portal.test/a | https://<secret>",
        "https://portal.test:8443/a | https://portal.test:8443/a",
        "/a/AKIAIOSFODNN7EXAMPLE | /a/<secret>",
        "/naïve/日本 | /naïve/日本",
        "/100%/x | /100%/x"
      })
  void navigate_subject(String sent, String kept) {
    assertThat(subject("navigate", sent)).isEqualTo(kept);
  }

  /** Links within a page are relative, and some end where they began. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/..",
        "a/b/../..",
        "/user/..",
        "user/..",
        "user:a/..",
        "%2e%2e/..",
        "x/%2e%2e"
      })
  void attributes_pathThatLeadsOutOfItself_isNoPage(String path) {
    Map<String, FieldValue> link = Map.of("to", new FieldValue.Text(path));
    ScrubbedEvent event =
        scrubber.scrub(
            Events.attributes("click", path, link),
            new EventTime(NOW, true),
            new Arrival(NOW, 0, "x"),
            new BatchNotes());
    assertThat(event.attributes()).containsOnlyKeys("to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice@acme.test | <email>",
        "mail alice.b+c@mail.acme.co.uk now | mail <email> now",
        "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2ln | <secret>",
        "ghp_abcdefghijklmnopqrstuvwxyz0123456789 | <secret>",
        "password=hunter2 | password=<secret>",
        "db_password: hunter2 | db_password: <secret>",
        "Bearer abc123def456 | <secret>",
        "see https://x.test/y?token=s now | see https://x.test/y now",
        "open /docs?token=s | open /docs",
        "page?token=s | page"
      })
  void search_subject_findsAreReplaced(String sent, String kept) {
    assertThat(subject("search", sent)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka",
        "payments-api v2",
        "ISO 20022",
        "C#",
        "how do I deploy?",
        "F# vs C#",
        "1.2.3",
        "port 8080",
        "component:default/petstore",
        "user@",
        "@backstage/core",
        "token: how to get one",
        "basic authentication",
        "bearer authentication",
        "what is oauth2?",
        "a/b testing",
        "50% off",
        "Helm: values",
        "日本語"
      })
  void search_subject_cleanTermsAreKept(String term) {
    assertThat(subject("search", term)).isEqualTo(term);
  }

  @Test
  void attributes_onlyAllowedOnes() {
    ScrubbedEvent event =
        scrub(
            Events.attributes(
                "click",
                "x",
                fields(
                    "to",
                    "/a?b#c",
                    "note",
                    "Alice Miller",
                    "name",
                    "petstore",
                    "alice@acme.test",
                    "x")));
    assertThat(event.attributes()).isEqualTo(fields("to", "/a", "name", "petstore"));
  }

  @Test
  void context_onlyAllowedOnes_pathsAreCut() {
    ScrubbedEvent event =
        scrub(
            Events.context(
                fields("pluginId", "catalog", "userEmail", "a@b.test", "routeRef", "/x?y=1")));
    assertThat(event.context()).isEqualTo(fields("pluginId", "catalog", "routeRef", "/x"));
  }

  @Test
  void nestedValues_areScrubbed_keysToo() {
    FieldValue nested =
        new FieldValue.Fields(
            Map.of(
                "alice@acme.test",
                new FieldValue.Items(List.of(new FieldValue.Text("bob@acme.test")))));
    ScrubbedEvent event = scrub(Events.attributes("click", "x", Map.of("name", nested)));
    assertThat(event.attributes().toString()).doesNotContain("acme").contains("<email>");
  }

  @Test
  void user_hasOnePseudonym_inEverySpelling() {
    var alice = Events.PSEUDONYMS.user("user:default/alice");
    for (String spelling :
        List.of("alice", "ALICE", "User:Default/Alice", "default/alice", " user:alice ")) {
      assertThat(scrub(Events.raw("a", "b", spelling, NOW)).user()).isEqualTo(alice);
    }
    assertThat(Events.PSEUDONYMS.user("user:other/alice")).isNotEqualTo(alice);
    assertThat(Events.PSEUDONYMS.session("user:default/alice")).isNotEqualTo(alice);
    assertThat(new Pseudonymizer(new byte[32]).user("alice")).isNotEqualTo(alice);
  }

  @Test
  void peopleWhoAreLookedAt_arePseudonyms() {
    String alice = Events.PSEUDONYMS.user("alice").value();
    assertThat(subject("navigate", "/catalog/default/user/Alice/x?y"))
        .isEqualTo("/catalog/default/user/" + alice + "/x");
    ScrubbedEvent page =
        scrub(
            Events.attributes(
                "navigate", "/", fields("namespace", "default", "kind", "User", "name", "alice")));
    assertThat(page.attributes())
        .isEqualTo(fields("namespace", "default", "kind", "User", "name", alice));
    ScrubbedEvent context = scrub(Events.context(fields("entityRef", "user:default/alice")));
    assertThat(context.context()).isEqualTo(fields("entityRef", "user:default/" + alice));
    assertThat(context.namedEntity()).hasToString("user:default/" + alice);
  }

  @Test
  void senderId_isKeptUnlessPersonal() {
    assertThat(withId("e-1").id().value()).isEqualTo("e-1");
    assertThat(withId("alice@acme.test").id().value()).doesNotContain("alice");
    assertThat(withId("alice@acme.test").id()).isEqualTo(withId("alice@acme.test").id());
    assertThat(withId("x".repeat(200)).id().value()).hasSizeLessThan(40);
  }

  @Test
  void derivedId_isReproduced_andDiffersByEveryField() {
    RawEvent event =
        new RawEvent(
            null, "a", "s", 1.0, fields("x", "y", "z", "w"), fields("p", "q"), "u", "i", NOW);
    RawEvent reordered =
        new RawEvent(
            null, "a", "s", 1.0, fields("z", "w", "x", "y"), fields("p", "q"), "u", "i", NOW);
    assertThat(id(reordered)).isEqualTo(id(event));
    List<RawEvent> others =
        List.of(
            new RawEvent(null, "b", "s", 1.0, event.attributes(), event.context(), "u", "i", NOW),
            new RawEvent(null, "a", "t", 1.0, event.attributes(), event.context(), "u", "i", NOW),
            new RawEvent(null, "a", "s", null, event.attributes(), event.context(), "u", "i", NOW),
            new RawEvent(
                null, "a", "s", 1.0, fields("x", "yz", "", "w"), event.context(), "u", "i", NOW),
            new RawEvent(null, "a", "s", 1.0, event.attributes(), Map.of(), "u", "i", NOW),
            new RawEvent(null, "a", "s", 1.0, event.attributes(), event.context(), "v", "i", NOW),
            new RawEvent(null, "a", "s", 1.0, event.attributes(), event.context(), "u", "j", NOW),
            new RawEvent(
                null,
                "a",
                "s",
                1.0,
                event.attributes(),
                event.context(),
                "u",
                "i",
                NOW.plusMillis(1)));
    assertThat(others.stream().map(this::id)).doesNotHaveDuplicates().doesNotContain(id(event));
  }

  @Test
  void derivedId_withoutTime_differsBySenderAndWindow() {
    String id = untimed(NOW, 0, "x");
    assertThat(untimed(NOW.plusSeconds(299), 0, "x")).isEqualTo(id);
    assertThat(untimed(NOW.plusSeconds(300), 0, "x")).isNotEqualTo(id);
    assertThat(untimed(NOW, 1, "x")).isNotEqualTo(id);
    assertThat(untimed(NOW, 0, "y")).isNotEqualTo(id);
  }

  @Test
  void scrub_taskId_becomesAPseudonymOfItsOwn() {
    Map<String, FieldValue> sent = fields("taskId", "b1a8c2d4-0000-4000-8000-1234567890ab");
    Map<String, FieldValue> kept = scrub(Events.context(sent)).context();
    String task = Events.PSEUDONYMS.task("b1a8c2d4-0000-4000-8000-1234567890ab").value();
    assertThat(kept).isEqualTo(fields("taskId", task));
    assertThat(scrub(Events.context(kept)).context()).isEqualTo(kept);
    assertThat(scrub(Events.context(fields("taskId", " "))).context()).isEmpty();
    assertThat(Events.PSEUDONYMS.session("4711")).isNotEqualTo(Events.PSEUDONYMS.task("4711"));
  }

  @Test
  void scrub_severalPeopleInOneBatch_eachHasTheirOwnPseudonyms() {
    BatchNotes notes = new BatchNotes();
    Arrival arrival = new Arrival(NOW, 0, "test");
    for (String name : List.of("alice", "bob", "alice", "user:default/alice")) {
      // A user and a session of one name are two.
      RawEvent event = new RawEvent(null, "a", "b", null, Map.of(), Map.of(), name, name, NOW);
      assertThat(scrubber.scrub(event, new EventTime(NOW, true), arrival, notes))
          .isEqualTo(scrub(event));
    }
  }

  private String untimed(Instant receivedAt, int repetition, String sender) {
    Arrival arrival = new Arrival(receivedAt, repetition, sender);
    return scrubber
        .scrub(Events.raw("a", "b", null), new EventTime(NOW, false), arrival, new BatchNotes())
        .id()
        .value();
  }

  private ScrubbedEvent withId(String id) {
    return scrub(new RawEvent(id, "a", "b", null, Map.of(), Map.of(), null, null, NOW));
  }

  private String id(RawEvent event) {
    return scrub(event).id().value();
  }

  private String subject(String action, String subject) {
    return scrub(Events.raw(action, subject, NOW)).subject();
  }

  private ScrubbedEvent scrub(RawEvent event) {
    return scrubber.scrub(
        event, new EventTime(NOW, true), new Arrival(NOW, 0, "test"), new BatchNotes());
  }

  private static Map<String, FieldValue> fields(String... pairs) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], new FieldValue.Text(pairs[i + 1]));
    }
    return fields;
  }
}
