package dev.housecount.edge.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightsConfigTest {
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void config_asPortalsHaveIt_isTaken() {
    variables.put("INSIGHTS_SALT", "grain");
    variables.put("HOST", "backstage.acme.test");
    InsightsConfig config =
        read(
            """
            app: {title: Portal, baseUrl: 'http://localhost:3000'}
            integrations:
              github: [{host: github.com, token: '${GITHUB_TOKEN}'}, {$include: ./other.yaml#x}]
            catalog: !odd {rules: [{allow: [Component]}], rules: 7, locations: }
            backstageInsights:
              captureEntityFields:
                - spec.someCustomField
                - metadata.annotations.example.com/tier
              captureIdentityFields: [spec.profile.region]
              captureIdentityGroupsFilter:
                spec.type: [department, guild, team]
                metadata.includeInInsights: true
              totalUsersEntityQueryFilter:
                - metadata.namespace: [default, corporate]
                - relations.memberOf: {$exists: true}
              hostFilter: ${HOST}
              envOverride: production
              salt: ${INSIGHTS_SALT}
              experimentalFlags: [surveys]
              debug: false
            """);
    assertThat(config)
        .isEqualTo(
            new InsightsConfig(
                List.of("spec.someCustomField", "metadata.annotations.example.com/tier"),
                List.of("spec.profile.region"),
                Map.of(
                    "spec.type",
                    List.of("department", "guild", "team"),
                    "metadata.includeInInsights",
                    true),
                List.of(
                    Map.of("metadata.namespace", List.of("default", "corporate")),
                    Map.of("relations.memberOf", Map.of("$exists", true))),
                "backstage.acme.test",
                List.of(
                    "backstageInsights.envOverride",
                    "backstageInsights.salt",
                    "backstageInsights.experimentalFlags",
                    "backstageInsights.debug")));
  }

  @Test
  void config_thatSaysNothing_isTaken() {
    assertThat(read("backstageInsights:")).isEqualTo(InsightsConfig.NONE);
    assertThat(read("backstageInsights: {}")).isEqualTo(InsightsConfig.NONE);
    assertThat(read("backstageInsights: {hostFilter: , captureEntityFields: }"))
        .isEqualTo(InsightsConfig.NONE);
  }

  @Test
  void unknownKey_isRefused_withTheNearestKnownOne() {
    refused("{captureEntitiesFields: [a]}", "captureEntitiesFields", "captureEntityFields?");
    refused("{hostfilter: x}", "hostfilter", "hostFilter?");
    refused("{captureIdentityGroupFilters: {}}", "captureIdentityGroupsFilter?");
    refused("{totalUserFilter: {}}", "totalUsersEntityQueryFilter?");
    refused("{debugging: true}", "debug?");
  }

  @Test
  void valueOfAWrongKind_isRefused_withItsKey() {
    refused("{captureEntityFields: spec.type}", "captureEntityFields is a list of texts");
    refused("{captureEntityFields: [1]}", "captureEntityFields is a list of texts");
    refused("{captureIdentityFields: [{a: b}]}", "captureIdentityFields is a list of texts");
    refused("{captureIdentityGroupsFilter: team}", "captureIdentityGroupsFilter is a mapping");
    refused("{totalUsersEntityQueryFilter: 7}", "totalUsersEntityQueryFilter is a mapping");
    refused("{hostFilter: [a]}", "hostFilter is a text");
    refused("{salt: 7}", "salt is a text");
    refused("{envOverride: {a: b}}", "envOverride is a text");
    refused("{experimentalFlags: a}", "experimentalFlags is a list of texts");
    refused("{debug: maybe}", "debug is true or false");
    refused("[a]", "backstageInsights is a mapping");
    refused("a", "backstageInsights is a mapping");
  }

  @Test
  void secrets_areInNoMessage() {
    variables.put("SALT", "hush");
    for (String part : List.of("{salt: ['${SALT}']}", "{salt: '${SALT}', x: '${SALT}'}")) {
      assertThatThrownBy(() -> read("backstageInsights: " + part)).message().doesNotContain("hush");
    }
  }

  @Test
  void placeholders_areFilledIn_asBackstageDoes() {
    variables.put("A", "a");
    variables.put("DEBUG", "true");
    assertThat(host("'${A}.${ A }.test'")).isEqualTo("a.a.test");
    assertThat(host("${A:-b}${B:-b}")).isEqualTo("ab");
    assertThat(host("$${A}${A}")).isEqualTo("${A}a");
    assertThat(host("$A {A}")).isEqualTo("$A {A}");
    assertThat(host("{$env: A}")).isEqualTo("a");
    assertThat(read("backstageInsights: {debug: '${DEBUG}'}").withoutMeaning()).hasSize(1);
    assertThat(
            read("backstageInsights: {captureIdentityGroupsFilter: {spec.type: ['${A}', b]}}")
                .groupsFilter())
        .isEqualTo(Map.of("spec.type", List.of("a", "b")));
  }

  private String host(String text) {
    return String.valueOf(
        read("backstageInsights: {hostFilter: " + quoted(text) + "}").hostFilter());
  }

  private static String quoted(String text) {
    return text.startsWith("{") || text.startsWith("'") ? text : "'" + text + "'";
  }

  @Test
  void unsetVariable_isRefused_whereItIsInsightsOnly() {
    assertThat(read("other: ${NOWHERE}\nbackstageInsights: {}")).isEqualTo(InsightsConfig.NONE);
    refused("{salt: '${NOWHERE}'}", "salt", "NOWHERE", "not set");
    refused("{captureEntityFields: ['a.${NOWHERE}']}", "captureEntityFields", "NOWHERE");
    refused("{hostFilter: {$env: NOWHERE}}", "hostFilter", "NOWHERE");
  }

  @Test
  void fileWithoutThePart_isRefused() {
    for (String text :
        List.of("", "app: {}", "- backstageInsights", "app: {backstageInsights: {}}")) {
      assertThatThrownBy(() -> read(text))
          .hasMessageContaining("app-config.yaml: has no backstage");
    }
    assertThatThrownBy(() -> read("a: [")).hasMessageContaining("not YAML");
    assertThatThrownBy(() -> read("backstageInsights:\n  salt: a\n  salt: b"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("twice");
  }

  @Test
  void endlessNesting_isRefused() {
    refused("{totalUsersEntityQueryFilter: &all [*all]}", "nested too deeply");
    refused("{totalUsersEntityQueryFilter: " + "[".repeat(40) + "]".repeat(40) + "}", "deeply");
  }

  private void refused(String part, String... words) {
    assertThatThrownBy(() -> read("app: {}\nbackstageInsights: " + part))
        .as(part)
        .isInstanceOf(SettingException.class)
        .message()
        .startsWith("app-config.yaml, line 2: ")
        .contains(words);
  }

  private InsightsConfig read(String text) {
    return InsightsConfig.read("app-config.yaml", text, variables::get);
  }
}
