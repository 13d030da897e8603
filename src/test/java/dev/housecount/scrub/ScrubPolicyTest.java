package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy says is what scrubbing does. */
class ScrubPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ALICE = Events.PSEUDONYMS.user("alice").value();
  private static final String KEEP_ALL = "actions: {'*': {attributes: '*', context: '*'}}";

  private final BatchNotes notes = new BatchNotes();

  @Test
  void replacement_isThePolicys() {
    String text = "ask alice@acme.test now";
    assertThat(search(text)).isEqualTo("ask <email> now");
    assertThat(search(text, "finds: {email: {replace: mask}}"))
        .isEqualTo("ask *****@****.**** now");
    assertThat(search(text, "finds: {email: {replace: drop}}")).isEmpty();
    assertThat(search(text, "finds: {email: {in: nowhere}}")).isEqualTo(text);
    assertThat(search(text, "finds: {email: {in: [attributes]}}")).isEqualTo(text);
    String hash = "finds: {email: {replace: hash}}";
    assertThat(search(text, hash))
        .matches("ask <email~[a-p]{10}> now")
        .isEqualTo(search("ask ALICE@acme.test now", hash))
        .isNotEqualTo(search("ask bob@acme.test now", hash));
  }

  @Test
  void replacement_scrubbedAgain_remains() {
    for (String how : List.of("placeholder", "hash", "mask")) {
      String policy = "finds: {email: {replace: %1$s}, credential: {replace: %1$s}}".formatted(how);
      String once =
          search("https://x.test/alice@acme.test/password=hunter22 bob@acme.test", policy);
      assertThat(search(once, policy)).isEqualTo(once).doesNotContain("alice", "bob", "hunter");
    }
  }

  @Test
  void numbers_thatAreCards_areNoNumbers() {
    FieldValue card = new FieldValue.Num(4012888888881881d);
    Map<String, FieldValue> sent = fields("resultCount", card, "name", new FieldValue.Num(12));
    RawEvent raw = new RawEvent(null, "a", "x", 4012888888881881d, sent, Map.of(), null, null, NOW);
    assertThat(scrub(raw).value()).isNull();
    assertThat(scrub(raw).attributes())
        .isEqualTo(fields("resultCount", text("<card>"), "name", new FieldValue.Num(12)));
    assertThat(scrub(raw, "finds: {card: {replace: drop}}").attributes()).containsOnlyKeys("name");
    assertThat(scrub(raw, "finds: {card: {in: [subject]}}").value()).isEqualTo(4012888888881881d);
  }

  @Test
  void drop_dropsTheTextWithItsKey() {
    String policy = "finds: {email: {replace: drop}}";
    Map<String, FieldValue> sent =
        fields("name", text("alice@acme.test"), "kind", text("x"), "to", text("/a/bob@acme.test"));
    ScrubbedEvent event = scrub(Events.attributes("click", "x", sent), policy);
    assertThat(event.attributes()).isEqualTo(fields("kind", text("x")));
    assertThat(notes.attributes()).isEqualTo(2);
    assertThat(scrub(Events.raw("alice@acme.test", "x", NOW), policy).action())
        .isEqualTo("<dropped>");
  }

  @Test
  void unknownKeys_areDroppedAndCounted() {
    Map<String, FieldValue> sent =
        fields("kind", text("x"), "note", text("Alice"), "age", new FieldValue.Num(42));
    RawEvent raw =
        new RawEvent(null, "click", "x", null, sent, fields("who", text("me")), null, null, NOW);
    ScrubbedEvent event = scrub(raw);
    assertThat(event.attributes()).containsOnlyKeys("kind");
    assertThat(event.context()).isEmpty();
    assertThat(notes.attributes()).isEqualTo(2);
    assertThat(notes.context()).isEqualTo(1);
  }

  @Test
  void actionsRule_isItsOwn() {
    String policy = "actions: {'ask <email>': {attributes: [note], subject: drop}}";
    Map<String, FieldValue> sent = fields("note", text("a"), "name", text("b"));
    ScrubbedEvent event = scrub(Events.attributes("ask alice@acme.test", "x", sent), policy);
    assertThat(event.action()).isEqualTo("ask <email>");
    assertThat(event.attributes()).containsOnlyKeys("note");
    assertThat(event.subject()).isEmpty();
    assertThat(scrub(Events.attributes("click", "x", sent), policy).attributes())
        .containsOnlyKeys("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"teamMetadata", "profile", "email", "displayName", "display_name", "EMAIL"})
  void never_isDropped_inAnyDepth_evenWhereAllIsKept(String key) {
    FieldValue record = new FieldValue.Fields(fields("secretly", text("Alice Miller")));
    FieldValue nested = new FieldValue.Fields(fields(key, record, "rest", text("kept")));
    FieldValue list = new FieldValue.Items(List.of(nested));
    Map<String, FieldValue> sent = fields(key, text("Alice Miller"), "deep", list);
    RawEvent raw = new RawEvent(null, "click", "x", null, sent, sent, null, null, NOW);
    ScrubbedEvent event = scrub(raw, KEEP_ALL);
    assertThat(event.toString()).doesNotContain("Alice").contains("kept");
    assertThat(notes.attributes()).isEqualTo(2);
    assertThat(notes.context()).isEqualTo(2);
  }

  @Test
  void catalogEntity_isDroppedWhole() {
    FieldValue entity =
        new FieldValue.Fields(
            fields("apiVersion", text("v1"), "kind", text("User"), "metadata", text("Alice")));
    assertThat(scrub(Events.attributes("click", "x", fields("name", entity))).attributes())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "db_password", "X-Api-Key", "Authorization", "accessToken"})
  void secretKeys_hideTheirValues(String key) {
    FieldValue list = new FieldValue.Items(List.of(text("hunter2")));
    Map<String, FieldValue> inner = fields(key, list, "port", new FieldValue.Num(80));
    Map<String, FieldValue> sent = fields(key, text("hunter2"), "in", new FieldValue.Fields(inner));
    ScrubbedEvent event = scrub(Events.attributes("click", "x", sent), KEEP_ALL);
    assertThat(event.attributes())
        .isEqualTo(
            fields(
                key,
                text("<secret>"),
                "in",
                new FieldValue.Fields(
                    fields(key, text("<secret>"), "port", new FieldValue.Num(80)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/catalog/default/user/Alice | /catalog/default/user/~",
        "/catalog/Default/User/Alice/ | /catalog/Default/User/~/",
        "/portal/docs/default/user/alice/a/b | /portal/docs/default/user/~/a/b",
        "https://p.test/catalog/default/user/alice?x | https://p.test/catalog/default/user/~",
        "/catalog/default%2Fuser%2Falice%2Fx | /catalog/default%2Fuser%2F~%2Fx",
        "/catalog/default/%75ser/%61lice | /catalog/default/%75ser/~",
        "/api/catalog/entities/by-name/user/default/alice | /api/catalog/entities/by-name/user/default/~",
        "/catalog/default/user//alice | /catalog/default/user//~",
        "//catalog//Default/./user/.//alice | //catalog//Default/./user/.//~",
        "\\catalog\\default\\user%5Calice | \\catalog\\default\\user%5C~",
        "/x/user:default/alice/y | /x/user:default/~/y",
        "/x/user%3Adefault%2Falice | /x/user:default/~",
        "/x/user%253AAlice | /x/user:default/~",
        "/catalog/default/group/alice | /catalog/default/group/alice",
        "/catalog/default/component/alice | /catalog/default/component/alice"
      })
  void people_inPaths(String sent, String kept) {
    assertThat(scrub(Events.raw("navigate", sent, NOW)).subject())
        .isEqualTo(kept.replace("~", ALICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user:default/alice | user:default/~",
        "owner User:Alice, please | owner user:default/~, please",
        "(user:default/alice) | (user:default/~)",
        "see user:default/alice. | see user:default/~.",
        "user%3Adefault%2Falice | user:default/~",
        "user:default%2Falice | user:default/~",
        "a,user:alice,b | a,user:default/~,b",
        "group:default/alice | group:default/alice",
        "superuser:alice | superuser:alice",
        "user: how to | user: how to"
      })
  void people_inSearchTerms(String sent, String kept) {
    assertThat(search(sent)).isEqualTo(kept.replace("~", ALICE));
  }

  @Test
  void people_inFields() {
    Map<String, FieldValue> route =
        fields("kind", text("USER"), "name", text("alice@acme.test"), "namespace", text("default"));
    String name = Events.PSEUDONYMS.user("user:default/alice@acme.test").value();
    assertThat(scrub(Events.attributes("navigate", "/", route)).attributes())
        .containsEntry("name", text(name));
    assertThat(scrub(Events.context(fields("entityRef", text("User:alice")))).context())
        .containsEntry("entityRef", text("user:default/" + ALICE));
    Map<String, FieldValue> owned =
        fields("ownedBy", new FieldValue.Items(List.of(text("user:alice"))));
    assertThat(scrub(Events.attributes("x", "y", owned), KEEP_ALL).attributes().toString())
        .contains(ALICE);
  }

  @Test
  void paths_hideWhatTheySay() {
    String uuid = "0198c0de-0000-4000-8000-000000000001";
    assertThat(scrub(Events.raw("navigate", "/portal/create/tasks/" + uuid + "/x", NOW)).subject())
        .isEqualTo("/portal/create/tasks/<task>/x");
    assertThat(scrub(Events.raw("navigate", "/create/tasks", NOW)).subject())
        .isEqualTo("/create/tasks");
    assertThat(scrub(Events.raw("navigate", "/x/" + uuid, NOW)).subject()).isEqualTo("/x/" + uuid);
    String policy = "paths: ['/people/<person>']";
    assertThat(scrub(Events.raw("navigate", "/people/alice/team", NOW), policy).subject())
        .isEqualTo("/people/<person>/team");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C#", "how do I deploy?", "why ?", "??", "and/or", "50% off", "a?"})
  void searchTerms_keepTheirSigns(String term) {
    assertThat(search(term)).isEqualTo(term);
  }

  @ParameterizedTest
  @CsvSource({
    "//alice:pw@p.test/a,//p.test/a",
    "javascript:alert(1),javascript:",
    "see data:text/x;base64 ok,see data:text/x;base64 ok",
    "catalog%3Ftoken%3Dabc,catalog",
    "?token,''",
    "?token=x,''",
    "a?b=c,a"
  })
  void searchTerms_withQueries_areCut(String sent, String kept) {
    assertThat(search(sent)).isEqualTo(kept);
  }

  private String search(String term, String... policy) {
    return scrub(Events.raw("search", term, NOW), policy).subject();
  }

  private ScrubbedEvent scrub(RawEvent event, String... policy) {
    ScrubbedEvent scrubbed =
        Pipeline.scrubber(policy)
            .scrub(event, new EventTime(NOW, true), new Arrival(NOW, 0, "test"), notes);
    notes.keep();
    return scrubbed;
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }

  private static Map<String, FieldValue> fields(Object... pairs) {
    Map<String, FieldValue> fields = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (FieldValue) pairs[i + 1]);
    }
    return fields;
  }
}
