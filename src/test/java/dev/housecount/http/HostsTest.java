package dev.housecount.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(Hosts.ofThisMachine(List.of()).contain(host)).isTrue();
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
    assertThat(Hosts.ofThisMachine(List.of()).contain(host)).isFalse();
  }

  @Test
  void more_areServedBesides() {
    Hosts hosts = Hosts.ofThisMachine(List.of(" Host.Docker.Internal "));
    assertThat(hosts.contain("host.docker.internal:8080")).isTrue();
    assertThat(hosts.contain("localhost:8080")).isTrue();
    assertThat(hosts.contain("x.host.docker.internal")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://box", "box:8080", "*", "[::1]", ""})
  void more_whatIsNoName_isRefusedAtTheStart(String text) {
    assertThatThrownBy(() -> Hosts.ofThisMachine(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("housecount.auth.hosts");
  }
}
