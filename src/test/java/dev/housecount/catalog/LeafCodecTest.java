package dev.housecount.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import dev.housecount.store.InMemoryRecordStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaves are read as they were written, whichever version wrote them. */
class LeafCodecTest {
  private static final long BORN = 7;

  private static final String GROUPS_1 =
      "01006305739918d8408ed04d6464874ab03226313133333082000b488e8901081819e00028ce"
          + "ccc828846a1a280c810a01";
  private static final String COMPONENTS_1 =
      "0100e384ab66666006062f233b548699151cd24c0c8c854ccccccc0c8c10c00eb50528ce8570"
          + "0b030313a328aac1a579d979f9e54019462edb0068b42902792c86a67a06405a0816e6701d25"
          + "405111230323335d0343200a3130b002a328062060e4464aba0c8c158c403100";
  private static final String USERS_1 =
      "011c54b635cf84653a56d7c675be77df54b635cf84653a56d7c675be77df6301c931b5cc656b"
          + "6890646666600401062626660606462178d2c94bcc4d2d2e484c4e656087ea63600000";

  private static final List<Entry> GROUPS =
      List.of(
          entry(group("team-a", "Team A", place(List.of("team-b"), List.of("late"), true))),
          entry(group("team-b", null, place(List.of(), List.of(), false))));
  private static final List<Entry> COMPONENTS =
      List.of(
          entry(
              new EntityFacts(
                  ref("component", "pay"),
                  "service",
                  "production",
                  "group:default/team-a",
                  null,
                  Map.of(),
                  null,
                  null,
                  null,
                  null)),
          entry(
              new EntityFacts(
                  ref("component", "payments"),
                  "service",
                  null,
                  "group:default/unknown",
                  "Payments!",
                  Map.of("spec.system", new FieldValue.Text("x")),
                  15.0,
                  ref("template", "t"),
                  Instant.parse("2026-01-01T00:00:00Z"),
                  null)),
          entry(
              new EntityFacts(
                  ref("component", "q"),
                  null,
                  null,
                  null,
                  null,
                  Map.of(),
                  null,
                  null,
                  null,
                  null)));
  private static final List<Entry> USERS =
      List.of(
          entry(
              new UserFacts(
                  new Pseudonym("~abcdefghijklmnopqrstuvwxyz"),
                  List.of(ref("group", "team-a"), ref("group", "team-b")),
                  Map.of("metadata.namespace", new FieldValue.Text("default")),
                  true)),
          entry(
              new UserFacts(
                  new Pseudonym("~zbcdefghijklmnopqrstuvwxyz"), List.of(), Map.of(), false)));

  private final Words words = new Words(new InMemoryRecordStore(Clock.systemUTC()), "default");
  private final LeafCodec codec = new LeafCodec(words);

  @BeforeEach
  void number() {
    words.learn(List.of("group:default/team-a", "group:default/team-b"));
  }

  @Test
  void leaf_isReadAsItWasWritten() {
    for (List<Entry> entries : List.of(GROUPS, COMPONENTS, USERS)) {
      assertThat(codec.decode(codec.encode(entries, BORN), BORN)).isEqualTo(entries);
    }
  }

  @Test
  void leaf_ofTheFirstFormat_isRead() {
    assertThat(decoded(GROUPS_1)).isEqualTo(GROUPS);
    assertThat(decoded(COMPONENTS_1)).isEqualTo(COMPONENTS);
    assertThat(decoded(USERS_1)).isEqualTo(USERS);
  }

  @Test
  void leaf_ofAFormatToCome_isRefused() {
    assertThatThrownBy(() -> decoded("03" + USERS_1.substring(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("newer Housecount");
  }

  private List<Entry> decoded(String hex) {
    return codec.decode(HexFormat.of().parseHex(hex), BORN);
  }

  private static Entry entry(CapturedEntity facts) {
    return new Entry(Entry.key(facts), 3, List.of(new Entry.Version(BORN, facts)));
  }

  private static EntityFacts group(String name, @Nullable String title, GroupPlace place) {
    return new EntityFacts(
        ref("group", name), "team", null, null, title, Map.of(), null, null, null, place);
  }

  private static GroupPlace place(List<String> parents, List<String> children, boolean shown) {
    return new GroupPlace(
        parents.stream().map(name -> ref("group", name)).toList(),
        children.stream().map(name -> ref("group", name)).toList(),
        shown);
  }

  private static EntityRef ref(String kind, String name) {
    return new EntityRef(kind, "default", name);
  }
}
