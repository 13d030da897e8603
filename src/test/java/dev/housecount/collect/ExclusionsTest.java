package dev.housecount.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {
  private static final Sieve SIEVE =
      new Exclusions(
          List.of("localhost", "Staging.acme.test ", "[::1]"),
          List.of(),
          List.of("user:default/Probe", "tester"),
          List.of("staging", "dev"));

  @ParameterizedTest
  @ValueSource(
      strings = {"probe", "Probe", "user:probe", "User:Default/PROBE", " tester", "user:tester"})
  void user_inAnySpelling_isExcluded(String user) {
    assertThat(refuse(user, Map.of(), sender(null, null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"probe2", "user:other/probe", "group:default/probe", "pro"})
  void otherUser_isNot(String user) {
    assertThat(refuse(user, Map.of(), sender(null, null), "p")).isNull();
  }

  @Test
  void host_ofTheRequestGoesBeforeThatOfTheContext() {
    assertThat(refuse(null, Map.of(), sender("staging.acme.test", null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(null, context("hostname", "LOCALHOST"), sender(null, null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(null, context("host", "localhost"), sender(null, null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(null, context("host", " localhost:3000 "), sender(null, null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(null, context("host", "[::1]:3000"), sender(null, null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(null, context("host", "[::1]"), sender(null, null), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(null, context("hostname", "localhost"), sender("acme.test", null), "p"))
        .isNull();
    assertThat(refuse(null, context("hostname", "acme.test"), sender(null, null), "p")).isNull();
  }

  @Test
  void onlyHosts_leaveOutAllOthers_butNotTheUnknown() {
    Sieve sieve = new Exclusions(List.of(), List.of("Portal.acme.test"), List.of(), List.of());
    assertThat(refuse(sieve, context("host", "localhost:3000")))
        .isEqualTo(RejectionReason.EXCLUDED_HOST);
    assertThat(refuse(sieve, context("hostname", "portal.ACME.test"))).isNull();
    assertThat(refuse(sieve, Map.of())).isNull();
  }

  @Test
  void environment_ofBatchEventOrCredentials() {
    assertThat(refuse(null, Map.of(), sender(null, "Staging"), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_ENVIRONMENT);
    assertThat(refuse(null, context("environment", "dev"), sender(null, "production"), "p"))
        .isEqualTo(RejectionReason.EXCLUDED_ENVIRONMENT);
    assertThat(refuse(null, Map.of(), sender(null, null), "staging"))
        .isEqualTo(RejectionReason.EXCLUDED_ENVIRONMENT);
    assertThat(refuse(null, Map.of(), sender(null, "production"), "p")).isNull();
  }

  private static RejectionReason refuse(Sieve sieve, Map<String, FieldValue> context) {
    RawEvent event = new RawEvent(null, "click", "/", null, Map.of(), context, null, null, null);
    Sender sender = sender(null, null);
    return sieve.refuse(event, new Batch(List.of(), null, Instant.EPOCH, "p", sender));
  }

  private static RejectionReason refuse(
      String user, Map<String, FieldValue> context, Sender sender, String portal) {
    RawEvent event = new RawEvent(null, "navigate", "/", null, Map.of(), context, user, null, null);
    return SIEVE.refuse(event, new Batch(List.of(), null, Instant.EPOCH, portal, sender));
  }

  private static Sender sender(String host, String environment) {
    return new Sender("", false, host, environment);
  }

  private static Map<String, FieldValue> context(String key, String value) {
    return Map.of(key, new FieldValue.Text(value));
  }
}
