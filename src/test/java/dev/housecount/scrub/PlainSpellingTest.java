package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who is looked at is the same pseudonym in every spelling. */
class PlainSpellingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ALICE = Events.PSEUDONYMS.user("alice").value();
  private static final String KEEP_ALL = "actions: {'*': {attributes: '*', context: '*'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/catalog/x/../default/user/alice | /catalog/default/user/~",
        "/catalog/x/%2e%2e/default/user/alice/ci | /catalog/default/user/~/ci",
        "/catalog/x/.%252E/default/user/alice | /catalog/default/user/~",
        "/catalog/x/y/../../default/user/alice | /catalog/default/user/~",
        "/catalog/default/%2e/user/alice | /catalog/default/user/~",
        "/catalog/default/user/bob/../alice | /catalog/default/user/~",
        "/catalog/default/user/alice/.. | /catalog/default/user/",
        "/catalog/default/user/alice/../../component/x | /catalog/default/component/x",
        "/catalog/alice/../default/user/../group/x | /catalog/default/group/x",
        "../../catalog/default/user/alice | ../../catalog/default/user/~",
        "https://portal.test/../catalog/default/user/alice | https://portal.test/../catalog/default/user/~",
        "/catalog//default//user//alice// | /catalog//default//user//~//",
        "/catalog/default/user/alice. | /catalog/default/user/~.",
        "/catalog/default/user./alice../ci | /catalog/default/user./~../ci",
        "/CATALOG/DEFAULT/USER/ALICE | /CATALOG/DEFAULT/USER/~",
        "\\catalog\\x\\..\\default\\user\\alice\\ | \\catalog\\default\\user\\~\\",
        "/catalog;v=1/default/user/alice | /catalog",
        "/catalog/default/user/alice;x=1/ci | /catalog/default/user/~",
        "/catalog/default/user%3Bx=1/alice | /catalog/default/user",
        "#/catalog/default/user/alice | ''",
        "https://portal.test/base/catalog/default/user/alice/ci | https://portal.test/base/catalog/default/user/~/ci",
        "/catalog?user=alice | /catalog",
        "/create/templates/default/x?formData=%7B%22owner%22%3A%22user%3Aalice%22%7D | /create/templates/default/x",
        "／catalog／default／user／alice | /catalog/default/user/~",
        "/catalog/default/ｕｓｅｒ/ａｌｉｃｅ | /catalog/default/user/~",
        "/catalog/default/user/a%C2%ADli%E2%80%8Bce | /catalog/default/user/~",
        "/catalog/default/us\u200ber/alice | /catalog/default/user/~",
        "/catalog/default/%20user/%20alice%20 | /catalog/default/%20user/~",
        "/x/user:default//alice/ci | /x/user:default/~/ci",
        "/x/user%3Adefault%5Calice | /x/user:default/~",
        "/x/user%EF%BC%9Adefault%EF%BC%8Falice | /x/user:default/~",
        "/api/catalog/locations/by-entity/user/default/alice | /api/catalog/locations/by-entity/user/default/~"
      })
  void inPaths(String sent, String kept) {
    assertThat(scrub(Events.raw("navigate", sent, NOW)).subject())
        .isEqualTo(kept.replace("~", ALICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "user: default/alice | user:default/~",
        "user : default / alice | user:default/~",
        "USER :\tDEFAULT /Alice | user:default/~",
        "owner user: default/alice, please | owner user:default/~, please",
        "user:default / alice | user:default/~",
        "user：default／alice | user:default/~",
        "ｕｓｅｒ:ａｌｉｃｅ | user:default/~",
        "𝐮𝐬𝐞𝐫:default/𝐚𝐥𝐢𝐜𝐞 | user:default/~",
        "user\u00a0:\u00a0default/alice | user:default/~",
        "us\u200ber:default/al\u00adice\ufeff | user:default/~",
        "user\u2236default\u2215alice | user:default/~",
        "user&colon;default&sol;alice | user:default/~",
        "\\u0075ser:default/alice | user:default/~",
        "user:default//alice | user:default/~",
        "user:/default/alice | user:default/~",
        "user://default/alice | user:default/~",
        "user:default/./alice | user:default/~",
        "user:default/x/../alice | user:default/~",
        "see user:x/../default/alice/ci now | see user:default/~/ci now",
        "user:default\\alice | user:default/~",
        "user:user:alice | user:user:default/~",
        "user:default/user:default/alice | user:default/user:default/~",
        "user:default/alice. | user:default/~.",
        "user:default/alice/ | user:default/~/",
        "'user:default/alice' | 'user:default/~'",
        "“user:default/alice” | “user:default/~”",
        "#/catalog/default/user/alice | #/catalog/default/user/~",
        "#!/catalog/x/../default/user/alice/ci | #!/catalog/default/user/~/ci",
        "catalog/default/user/alice | catalog/default/user/~",
        "catalog%2Fdefault%2Fuser%2Falice | catalog%2Fdefault%2Fuser%2F~",
        "see (/catalog/default/user/alice), please | see (/catalog/default/user/~), please",
        "(catalog/default/user/alice; docs) | (catalog/default/user/~; docs)",
        "/catalog/default/user/alice, or bob | /catalog/default/user/~, or bob",
        "{\"owner\":\"user:default/alice\"} | {\"owner\":\"user:default/~\"}"
      })
  void inTexts(String sent, String kept) {
    assertThat(search(sent)).isEqualTo(kept.replace("~", ALICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "component:default/user",
        "component: default / user",
        "group:default//platform",
        "user: how to",
        "user : admin",
        "superuser : default / alice",
        "größe einer straße",
        "Ｋａｆｋａ ｖ２",
        "50% of users",
        "R&D",
        "kafka – the „definitive“ guide",
        "a/b/../c",
        "either / or"
      })
  void whatNamesNobody_staysAsItIs(String text) {
    assertThat(search(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/catalog/default/component/user",
        "/catalog/default/component/user/alice",
        "/catalog/default/ｃomponent/größe",
        "/docs/default/system/user",
        "/settings/user/alice",
        "/api/catalog/entities/by-name/component/default/user"
      })
  void otherPages_stayAsTheyAre(String path) {
    assertThat(scrub(Events.raw("navigate", path, NOW)).subject()).isEqualTo(path);
  }

  @Test
  void inFields_atAnyDepth_alsoInKeys() {
    FieldValue nested =
        new FieldValue.Fields(
            fields("user：default／alice", text("x"), "list", items("user: default/alice", "ok")));
    Map<String, FieldValue> sent =
        fields("deep", items(nested), "to", text("/catalog/a/../default/user/alice"));
    ScrubbedEvent event = scrub(Events.attributes("click", "x", sent), KEEP_ALL);
    assertThat(event.attributes().toString().toLowerCase(Locale.ROOT))
        .doesNotContain("alice")
        .containsSubsequence("user:default/" + ALICE, "user:default/" + ALICE, "user/" + ALICE);
  }

  @ParameterizedTest
  @CsvSource({
    "User,alice,default",
    "ｕser,ａlice,ｄefault",
    " us\u00ader ,alice\u200b,default",
    "user.,alice/,default/",
    "%75ser,%61lice,"
  })
  void inRouteParameters(String kind, String name, String namespace) {
    Map<String, FieldValue> route = fields("kind", text(kind), "name", text(name));
    if (namespace != null) {
      route.put("namespace", text(namespace));
    }
    assertThat(scrub(Events.attributes("navigate", "/", route)).attributes())
        .containsEntry("name", text(ALICE));
  }

  /** Four times the text costs four times the work: each character is looked at a few times. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user:",
        "user : ",
        "user:a/",
        "../",
        "/catalog/x/..",
        "user:a/../",
        "＼",
        " :",
        "%2e%2e/",
        "user:default / "
      })
  void hostileText_ends(String pattern) {
    String text = pattern.repeat(1_000_000 / pattern.length());
    assertThat(search(text)).isNotNull();
    assertThat(scrub(Events.raw("navigate", text, NOW)).subject()).isNotNull();
  }

  private static String search(String term) {
    return scrub(Events.raw("search", term, NOW)).subject();
  }

  private static ScrubbedEvent scrub(RawEvent event, String... policy) {
    return Pipeline.scrubber(policy)
        .scrub(event, new EventTime(NOW, true), new Arrival(NOW, 0, "test"), new BatchNotes());
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }

  private static FieldValue items(Object... values) {
    return new FieldValue.Items(
        Arrays.stream(values)
            .map(value -> value instanceof FieldValue field ? field : text((String) value))
            .toList());
  }

  private static Map<String, FieldValue> fields(Object... pairs) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (FieldValue) pairs[i + 1]);
    }
    return fields;
  }
}
