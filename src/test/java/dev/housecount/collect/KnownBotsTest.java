package dev.housecount.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownBotsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (Linux; Android 11) Chrome/109.0 Mobile Safari/537.36 Chrome-Lighthouse",
        "Mozilla/5.0 (compatible; Yahoo! Slurp)",
        "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)",
        "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "Mozilla/5.0 (X11; Linux) Chrome/121.0 Safari/537.36 DatadogSynthetics",
        "Datadog/Synthetics",
        "kube-probe/1.29",
        "ELB-HealthChecker/2.0",
        "Amazon-Route53-Health-Check-Service (ref 1; report http://amzn.to/1)",
        "some internal crawler",
        "Baiduspider+(+http://www.baidu.com/search/spider.htm)",
        "MyCompany-Portal-Bot"
      })
  void isBot(String userAgent) {
    assertThat(KnownBots.isBot(userAgent, "portal.test")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64) Bottlerocket Robotics Spidermonkey",
        "curl/8.5.0",
        "python-requests/2.32.3",
        "node",
        "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
        "axios/1.7.9",
        "Java-http-client/17.0.15",
        "okhttp/4.12.0",
        "Apache-HttpClient/4.5.14 (Java/17.0.15)"
      })
  void isNoBot(String userAgent) {
    assertThat(KnownBots.isBot(userAgent, "portal.test")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
  void isBot_aPortalUnderTestOnThisMachine_onlyBrowsersAreNone(String host) {
    assertThat(KnownBots.isBot("Mozilla/5.0 HeadlessChrome/131.0.0.0 Safari/537.36", host))
        .isFalse();
    assertThat(KnownBots.isBot("Mozilla/5.0 (compatible; Googlebot/2.1)", host)).isTrue();
  }
}
