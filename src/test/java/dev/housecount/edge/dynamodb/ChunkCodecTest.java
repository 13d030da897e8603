package dev.housecount.edge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.HydratedEvent;
import dev.housecount.event.Versions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {
  private static final Instant NEWEST = Instant.parse("2026-03-01T12:00:00Z");

  /** Rows that Housecount wrote while it stored what it took for the plugin. */
  private static final String ROWS =
      """
      [["navigate","/docs/default/component/a",{},{"pluginId":"root"},0,0,"e1",0,0,"docs","component:default/a"],
      ["navigate","/create",{},{"pluginId":"app"},5,0,"e2",0,0,"create"],
      ["navigate","/catalog",{},{"pluginId":"catalog"},5,0,"e3"]]
      """;

  @Test
  void decode_rowsWithAPlugin_areRead() {
    List<HydratedEvent> events =
        new ChunkCodec()
            .decode(
                1,
                NEWEST,
                "acme",
                Versions.NONE,
                null,
                PortalDictionary.deflate(ROWS.getBytes(UTF_8)),
                new byte[0]);
    assertThat(events)
        .extracting(event -> event.event().subject())
        .containsExactly("/docs/default/component/a", "/create", "/catalog");
    assertThat(events)
        .extracting(event -> String.valueOf(event.entity()))
        .containsExactly("component:default/a", "null", "null");
    assertThat(events.get(1).event().time().at()).isEqualTo(NEWEST.minusMillis(5));
  }
}
