package dev.housecount.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that an open server of a network serves itself; of this machine: LocalOriginApiTest. */
@QuarkusTest
@QuarkusTestResource(LocalDynamoDb.class)
@TestProfile(OwnOriginApiTest.OpenToTheNetwork.class)
class OwnOriginApiTest {
  public static final class OpenToTheNetwork implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.host", "0.0.0.0", "housecount.auth.hosts", "stats.acme.test");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.1.2.3:8080,10.1.2.3:8080",
    "https://10.1.2.3,10.1.2.3",
    "http://[fd00::1]:8080,[fd00::1]:8080",
    "http://stats.acme.test,stats.acme.test"
  })
  void ownPage_mayPost(String origin, String host) throws IOException {
    assertThat(post(origin, host)).startsWith("HTTP/1.1 202");
  }

  /** The browser knows; the proxy in front asks for another host. */
  @ParameterizedTest
  @CsvSource({"https://any.acme.test,upstream:8080", "https://any.acme.test,any.acme.test"})
  void pageThatTheBrowserCallsOwn_mayPost(String origin, String host) throws IOException {
    assertThat(post(origin, host + "\r\nSec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 202");
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.test,evil.test",
    "http://evil.test,10.1.2.3:8080",
    "http://10.1.2.3:9090,10.1.2.3:8080",
    "http://10.1.2.3:8080,10.1.2.3",
    "http://stats.acme.test.evil.test,stats.acme.test.evil.test",
    "ftp://10.1.2.3,10.1.2.3",
    "10.1.2.3,10.1.2.3",
    "null,null"
  })
  void foreignPage_mayNot_norOneWhoseNameWasMadeToLeadHere(String origin, String host)
      throws IOException {
    assertThat(post(origin, host)).startsWith("HTTP/1.1 403").contains("foreign-origin");
  }

  @ParameterizedTest
  @CsvSource({"cross-site", "same-site", "none"})
  void pageThatTheBrowserCallsForeign_mayNot(String site) throws IOException {
    assertThat(post("http://10.1.2.3:8080", "10.1.2.3:8080\r\nSec-Fetch-Site: " + site))
        .startsWith("HTTP/1.1 403");
  }

  private static String post(String origin, String host) throws IOException {
    return Raw.bytes(
        "POST /collect HTTP/1.1\r\nHost: "
            + host
            + "\r\nOrigin: "
            + origin
            + "\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]");
  }
}
