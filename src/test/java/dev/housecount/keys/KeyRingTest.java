package dev.housecount.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final byte[] OLD = "the first key of these tests, 32+ bytes".getBytes(UTF_8);
  private static final byte[] NEW = "the second key of these tests, 32+ bytes".getBytes(UTF_8);
  private static final KeyRing BEFORE = KeyRing.of(OLD);
  private static final KeyRing AFTER = new KeyRing(List.of(OLD, NEW));

  @Test
  void id_dependsOnTheKeyAndThoseBeforeIt() {
    assertThat(AFTER.ids()).hasSize(2).startsWith(BEFORE.id()).endsWith(AFTER.id());
    assertThat(AFTER.id()).matches("[0-9a-f]{8}").isNotEqualTo(KeyRing.of(NEW).id());
    assertThat(new KeyRing(List.of(NEW, OLD)).ids()).doesNotContainAnyElementsOf(AFTER.ids());
  }

  @Test
  void ring_ofNoKeyShortKeyOrSameKeyTwice_isRefused() {
    for (List<byte[]> bad :
        List.of(List.<byte[]>of(), List.of(OLD, OLD.clone()), List.of(new byte[31]))) {
      assertThatThrownBy(() -> new KeyRing(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void renew_leadsFromAnyOlderKeyToTheNewestPseudonym() {
    Pseudonymizer before = new Pseudonymizer(BEFORE);
    Pseudonymizer after = new Pseudonymizer(AFTER);
    assertThat(after.user("alice")).isNotEqualTo(before.user("alice"));
    assertThat(after.renewUser(before.user("alice"), BEFORE.id())).isEqualTo(after.user("alice"));
    assertThat(after.renewUser(before.user("alice"), "")).isEqualTo(after.user("alice"));
    assertThat(after.renewSession(before.session("s"), BEFORE.id())).isEqualTo(after.session("s"));
    assertThat(after.renewUser(after.user("alice"), AFTER.id())).isEqualTo(after.user("alice"));
    // Among an event's fields nothing tells a task's pseudonym from a user's.
    assertThat(after.renewUser(before.task("4711"), BEFORE.id())).isEqualTo(after.task("4711"));
  }

  @Test
  void renew_unknownKey_leavesItAsItIs() {
    Pseudonymizer before = new Pseudonymizer(BEFORE);
    assertThat(before.renewUser(before.user("alice"), AFTER.id())).isEqualTo(before.user("alice"));
    assertThat(before.knows(AFTER.id())).isFalse();
  }

  /** Whoever learnt the old key, and nothing else, gets no further than to the old pseudonym. */
  @Test
  void newPseudonym_cannotBeMadeWithoutTheNewKey() {
    assertThat(new Pseudonymizer(AFTER).user("alice"))
        .isNotEqualTo(new Pseudonymizer(new KeyRing(List.of(OLD, new byte[32]))).user("alice"));
  }

  @Test
  void seal_opensWithItsKeyOnly_andNotWhenAltered() {
    String sealed = new Seal(BEFORE).close("user:default/alice");
    assertThat(sealed)
        .doesNotContain("alice")
        .isNotEqualTo(new Seal(BEFORE).close("user:default/alice"));
    assertThat(new Seal(AFTER).open(sealed)).isEqualTo("user:default/alice");
    assertThat(new Seal(KeyRing.of(NEW)).canOpen(sealed)).isFalse();
    char last = sealed.charAt(sealed.length() - 5);
    String altered = sealed.replace(last, last == 'A' ? 'B' : 'A');
    assertThatThrownBy(() -> new Seal(AFTER).open(BEFORE.id() + altered.substring(8)))
        .isInstanceOf(RuntimeException.class);
  }
}
