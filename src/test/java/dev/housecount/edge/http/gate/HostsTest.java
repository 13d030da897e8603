package dev.housecount.edge.http.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "localhost:",
        "portal.localhost:3000",
        "127.0.0.1",
        "127.0.0.1:8080",
        "127.255.0.19:1",
        "[::1]",
        "[::1]:8080"
      })
  void thisMachine_isServed_onAnyPort(String host) {
    assertThat(Hosts.of(false, List.of()).contain(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.test",
        "evil.test:8080",
        "localhost.evil.test",
        "notlocalhost",
        "127.0.0.1.evil.test",
        "127.0.0.256",
        "127.0.0",
        "127.evil.test",
        "0.0.0.0",
        "192.168.0.1",
        "[::1",
        "[::1]evil.test",
        "[::2]:8080",
        "localhost:80.evil.test",
        "localhost:evil.test",
        "user@localhost",
        "localhost,evil.test",
        "evil.test#.localhost:x"
      })
  void others_areNot(String host) {
    assertThat(Hosts.of(false, List.of()).contain(host)).isFalse();
  }

  @Test
  void more_areServedBesides() {
    Hosts hosts = Hosts.of(false, List.of(" Host.Docker.Internal "));
    assertThat(hosts.contain("host.docker.internal:8080")).isTrue();
    assertThat(hosts.contain("localhost:8080")).isTrue();
    assertThat(hosts.contain("x.host.docker.internal")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://box", "box:8080", "*", "[::1]", ""})
  void more_whatIsNoName_isRefusedAtTheStart(String text) {
    assertThatThrownBy(() -> Hosts.of(false, List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("housecount.auth.hosts");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080,true",
    "box:8080,true",
    "10.1.2.3:8080,true",
    "[fd00::1]:8080,true",
    "evil.test,false",
    "10.1.2.3.evil.test,false",
    "a.10.1.2.3,false",
    "[evil.test],false"
  })
  void own_whatNoPageCanMakeLeadElsewhere(String host, boolean own) {
    for (boolean any : new boolean[] {true, false}) {
      assertThat(Hosts.of(any, List.of("box")).own(host)).isEqualTo(own);
    }
  }
}
