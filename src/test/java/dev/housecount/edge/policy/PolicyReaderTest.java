package dev.housecount.edge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.store.InsightsRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  private static final EffectivePolicy DEFAULTS = read();

  @Test
  void read_defaults() {
    assertThat(DEFAULTS.retention().of("navigate")).isEqualTo(Duration.ofDays(90));
    assertThat(DEFAULTS.version().value()).matches("1\\.[0-9a-f]{4}");
  }

  @Test
  void read_override_changesOnlyWhatItSays() {
    EffectivePolicy policy = read("{version: 7, actions: {search: {retention: 7}}}");
    assertThat(policy.retention().of("search")).isEqualTo(Duration.ofDays(7));
    assertThat(policy.retention().of("navigate")).isEqualTo(Duration.ofDays(90));
    assertThat(policy.version().value()).startsWith("7.");
    assertThat(policy.yaml()).contains("navigate:\n    subject: path").contains("jwt: {in: every");
  }

  @Test
  void read_overrideOfAllActions_reachesThoseThatSayNothing() {
    EffectivePolicy policy = read("actions: {'*': {retention: 30, attributes: [note]}}");
    assertThat(policy.retention().of("navigate")).isEqualTo(Duration.ofDays(30));
    assertThat(policy.table())
        .contains("| `navigate` | 30 days | path | `note` |")
        .contains("| all others | 30 days | text | `note` |");
  }

  @Test
  void read_laterOverride_wins_listsTakeThePlace() {
    EffectivePolicy policy =
        read("actions: {a: {context: [x, y]}}", "actions: {a: {context: [z], retention: 1}}");
    assertThat(policy.table()).contains("| `a` | 1 day | text |").contains("| `z` |\n");
  }

  @Test
  void read_never_growsOnly() {
    assertThat(read("never: [nickname]").yaml()).contains("displayName", "nickname");
    assertThat(read("never: []").yaml()).isEqualTo(DEFAULTS.yaml());
  }

  @Test
  void read_pattern_isListed_withItsDefaults_andOverriddenByName() {
    String own = "patterns: {employee-id: {match: '\\bE[0-9]{6}\\b'}}";
    assertThat(read(own).yaml())
        .contains("employee-id: {match: '\\bE[0-9]{6}\\b', in: everywhere, replace: placeholder}");
    assertThat(read(read(own).yaml()).yaml()).isEqualTo(read(own).yaml());
    assertThat(read(own, "patterns: {employee-id: {in: [subject], replace: hash}}").table())
        .contains("| `employee-id` (`\\bE[0-9]{6}\\b`) | subject | hash |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "patterns: {a: {in: [subject]}}; patterns.a.match is missing",
        "patterns: {a: {match: '[0-9'}}; patterns.a.match is no expression in RE2's syntax",
        "patterns: {a: {match: '(?=x)y'}}; patterns.a.match is no expression in RE2's syntax",
        "patterns: {a: {match: 'x*'}}; patterns.a.match finds the empty text",
        "patterns: {a: {match: '[a-z]+'}}; patterns.a.match finds something in <secret>",
        "patterns: {a: {match: '((x{100}){100}){9}'}}; patterns.a.match",
        "patterns: {E1: {match: 'E[0-9]'}}; patterns.E1 is no name of a pattern",
        "patterns: {email: {match: 'E[0-9]'}}; patterns.email is a kind of ours",
        "patterns: {a: {mach: 'E[0-9]'}}; patterns.a.mach is unknown",
        "phone-regions: [UK]; phone-regions has no country",
        "finds: {employee-id: {in: nowhere}}; your own stand below"
      })
  void read_wrongPattern_saysWhereAndWhat(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining(message);
  }

  @Test
  void read_insights_areKeptAsLongAsTheLongestOfEvents_unlessLess() {
    assertThat(DEFAULTS.insights()).isEqualTo(kept(90, 400));
    assertThat(read("actions: {search: {retention: 500}}").insights()).isEqualTo(kept(500, 400));
    assertThat(read("{actions: {'*': {retention: 30}}}").insights()).isEqualTo(kept(30, 400));
    EffectivePolicy less = read("insights: {people: 60, counts: 800}");
    assertThat(less.insights()).isEqualTo(kept(60, 800));
    assertThat(less.version()).isNotEqualTo(DEFAULTS.version());
    assertThat(read(less.yaml()).yaml()).isEqualTo(less.yaml());
    assertThat(less.table())
        .contains("| with the people behind them | 60 days |\n")
        .contains("| by day, week and month, without anybody in them | 800 days |\n");
  }

  @Test
  void read_starAlone_keepsAll() {
    assertThat(read("actions: {a: {attributes: '*', context: []}}").table())
        .contains("| `a` | 90 days | text | all | none |");
    PolicyLayer setting = PolicyLayer.list("s", Set.of("*"), "actions", "a", "attributes");
    assertThat(PolicyReader.read(List.of(setting)).table()).contains("| text | all |");
  }

  @Test
  void version_isThatOfTheContent() {
    assertThat(read("").version()).isEqualTo(DEFAULTS.version());
    assertThat(read("# a remark\nactions:\n  search: {retention: 90}\n").version())
        .isNotEqualTo(read("actions: {search: {retention: 91}}").version());
    assertThat(read("actions: {b: {retention: 1}, a: {retention: 2}}").version())
        .isEqualTo(read("actions:\n  a:\n    retention: 2\n  b:\n    retention: 1").version());
  }

  @Test
  void yaml_readAgain_isTheSamePolicy() {
    EffectivePolicy policy =
        read(
            "{actions: {\"it's\": {retention: 3, attributes: '*'}, b: {subject: drop}},"
                + " finds: {email: {in: [keys, ids], replace: hash}, uuid: {in: everywhere}},"
                + " paths: ['/people/<person>']}");
    assertThat(read(policy.yaml()).yaml()).isEqualTo(policy.yaml());
    assertThat(read(policy.yaml()).version()).isEqualTo(policy.version());
  }

  @Test
  void bombs_areToldFromForbiddenCharacters() {
    String aliases = "a: &a [x]\nb: [" + "*a, ".repeat(60) + "x]";
    String nested = "actions: " + "{a: ".repeat(200) + "}".repeat(200);
    for (String bomb : List.of(aliases, nested)) {
      assertThatThrownBy(() -> read(bomb)).hasMessageContaining("too many aliases");
    }
    assertThatThrownBy(() -> read("version: 2 # \u0000")).hasMessageContaining("a character");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actoins: {}  | test, line 1: actoins is unknown; known are actions, finds, insights",
        "version: 1;actions: {search: {keep: 3}} | line 2: actions.search.keep is unknown",
        "actions: {search: {retention: 0}} | actions.search.retention is a whole number from 1",
        "actions: {search: {retention: 9999}} | from 1 to 3650",
        "actions: {search: {retention: soon}} | actions.search.retention is a whole number",
        "actions: {search: 3} | actions.search is a mapping, not a single value",
        "actions: {search: } | actions.search is a mapping, not nothing",
        "actions: {search: {subject: url}} | actions.search.subject is one of path, text, drop",
        "actions: {search: {attributes: name}} | attributes is a list, or '*' for all",
        "actions: {search: {attributes: ['*']}} | keeps all when it is '*' and no list",
        "actions: {search: {attributes: [[a]]}} | one is a list",
        "actions: {'*': {context: {a: b}}} | is a list, not a mapping",
        "insights: {people: 91} | insights.people is 90 days at most, the longest retention",
        "insights: {people: 0} | insights.people is a whole number from 1 to 3650",
        "insights: {people: ever} | insights.people is a whole number",
        "insights: {counts: events} | insights.counts is a whole number from 1 to 3650",
        "insights: {persons: 3} | insights.persons is unknown; known are counts, people",
        "insights: 3 | insights is a mapping, not a single value",
        "finds: {emial: {in: nowhere}} | finds.emial is unknown",
        "finds: {email: {in: somewhere}} | is a list of places, or everywhere, or nowhere",
        "finds: {email: {in: [subjects]}} | finds.email.in is one of subject, attributes",
        "finds: {email: {replace: star}} | finds.email.replace is one of placeholder, hash, mask",
        "paths: ['create/<x>'] | paths is a list of paths such as",
        "paths: ['/<x>'] | with a fixed first segment",
        "pseudonyms: {user: {bits: 64}} | pseudonyms.user.bits is 128 and cannot be changed",
        "version: one | version is a whole number",
        "a: 1;a: 2 | line 2: the key \"a\" is here twice",
        "[a] | a policy is a mapping",
        "a: [b | test, line 1: not YAML",
        "a: &x [*x] | nested too deeply",
        "{[a]: b} | a key is a single word"
      })
  void read_wrong_saysWhereAndWhat(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.replace(';', '\n')))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("test")
        .hasMessageContaining(message);
  }

  @Test
  void read_wrongSetting_isNamed() {
    PolicyLayer days =
        PolicyLayer.value("housecount.retention.days", 0, "actions", "*", "retention");
    assertThatThrownBy(() -> PolicyReader.read(List.of(days)))
        .hasMessageStartingWith("housecount.retention.days: actions.*.retention is");
  }

  @Test
  void table_isThatOfThePrivacyDocument() throws IOException {
    String document = Files.readString(Path.of("src/docs/PRIVACY.md"));
    String begin = "<!-- policy table: begin -->";
    String table =
        document.substring(
            document.indexOf(begin) + begin.length(),
            document.indexOf("<!-- policy table: end -->"));
    assertThat(table.strip())
        .as("src/docs/PRIVACY.md; the command \"policy table\" prints what belongs there")
        .isEqualTo(DEFAULTS.table().strip());
  }

  private static InsightsRetention kept(int people, int counts) {
    return new InsightsRetention(Duration.ofDays(people), Duration.ofDays(counts));
  }

  private static EffectivePolicy read(String... overrides) {
    return PolicyReader.read(
        Arrays.stream(overrides).map(yaml -> PolicyLayer.yaml("test", yaml)).toList());
  }
}
