package dev.housecount.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.scrub.FindRule.Place;
import dev.housecount.testing.Events;
import dev.housecount.testing.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScrubberTest {
  private final TextScrubber texts =
      new TextScrubber(
          new FindReplacer(Pipeline.POLICY.scrub(), Pipeline.SECRET),
          new People(Events.PSEUDONYMS),
          Pipeline.POLICY.scrub().paths());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/users/alice%40acme.test/x | /users/<email>/x",
        "//alice:pw@portal.test/a?b=c | //portal.test/a",
        "http://10.1.2.3:8080/health?x=1 | http://<ip>:8080/health",
        "http://localhost:8080/a#b | http://localhost:8080/a",
        "https://bücher.example/a?b=c | https://bücher.example/a",
        "mailto:alice@intranet?subject=x | mailto:<email>",
        "/docs;jsessionid=AB12?x | /docs",
        "data:text/plain,alice | data:text/plain",
        "javascript:alert(document.cookie) | javascript:",
        "\\\\files\\alice@acme.test?x=1 | \\\\files\\<email>",
        "/pay/4111111111111111/ok | /pay/<card>/ok",
        "/pay/4111%201111%201111%201111 | /pay/<card>",
        "/login/https%3A%2F%2Falice:secret@host%2Fx | /login/https%3A%2F%2Fhost%2Fx",
        "/login/https%3A%2F%2Fhost:secret | /login/https%3A%2F%2F<secret>",
        "docs/.. | ''",
        "docs/%2e%2e/a/../x | x"
      })
  void url_keepsThePath(String url, String scrubbed) {
    assertThat(texts.url(url, Place.SUBJECT)).isEqualTo(scrubbed);
    assertThat(texts.url(scrubbed, Place.SUBJECT)).isEqualTo(scrubbed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how do I deploy ?",
        "what=?",
        "a/b?",
        "C#/F#",
        "data: pipelines",
        "issue #12",
        "kind:user",
        "either/or",
        "?"
      })
  void text_words_stayAsTheyAre(String words) {
    assertThat(texts.text(words, Place.SUBJECT)).isEqualTo(words);
  }

  @Test
  void people_alsoBetweenWordsAndBehindEncodedSeparators() {
    String alice = Events.PSEUDONYMS.user("alice").value();
    assertThat(texts.text("owner user:default/Alice now", Place.SUBJECT))
        .isEqualTo("owner user:default/" + alice + " now");
    assertThat(texts.url("/catalog%2Fdefault%2Fuser%2Falice", Place.SUBJECT))
        .isEqualTo("/catalog%2Fdefault%2Fuser%2F" + alice);
  }
}
