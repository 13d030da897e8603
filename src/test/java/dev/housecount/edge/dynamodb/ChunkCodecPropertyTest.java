package dev.housecount.edge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.EntityRef;
import dev.housecount.event.EventId;
import dev.housecount.event.EventTime;
import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import dev.housecount.event.Versions;
import dev.housecount.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChunkCodecPropertyTest {
  private static final Instant NEWEST = Instant.parse("2026-03-01T12:00:00.123Z");

  private final ChunkCodec codec = new ChunkCodec();

  @Property(tries = 300, seed = "6")
  void decode_returnsWhatWasEncoded(@ForAll("events") List<HydratedEvent> events) {
    ChunkCodec.Encoded encoded = codec.encode(NEWEST, events);
    assertThat(
            codec.decode(
                ChunkCodec.FORMAT,
                NEWEST,
                "acme",
                Versions.NONE,
                Events.PSEUDONYMS.user("alice"),
                encoded.events(),
                encoded.ids()))
        .isEqualTo(events);
  }

  @Provide
  Arbitrary<List<HydratedEvent>> events() {
    Arbitrary<String> text =
        Arbitraries.strings().ofMaxLength(30).filter(ChunkCodecPropertyTest::isWhole);
    Arbitrary<String> ids =
        Arbitraries.oneOf(
            Arbitraries.longs()
                .map(
                    bits ->
                        new UUID(NEWEST.toEpochMilli() << 16 | 0x7abcL, bits | Long.MIN_VALUE)
                            .toString()),
            Arbitraries.create(() -> UUID.randomUUID().toString()),
            text.map(id -> "x" + id));
    Arbitrary<FieldValue> values =
        Arbitraries.oneOf(
            text.map(FieldValue.Text::new),
            Arbitraries.doubles().map(FieldValue.Num::new),
            Arbitraries.of(true, false).map(FieldValue.Flag::new),
            text.map(t -> new FieldValue.Items(List.of(new FieldValue.Text(t)))));
    Arbitrary<Map<String, FieldValue>> fields =
        Arbitraries.maps(
                Arbitraries.of("pluginId", "entityRef", "kind", "namespace", "name", "to"), values)
            .ofMaxSize(4);
    Arbitrary<EntityRef> entities =
        Arbitraries.of("a", "b").map(name -> new EntityRef("component", "default", name));
    Arbitrary<ScrubbedEvent> scrubbed =
        Combinators.combine(
                ids,
                Combinators.combine(
                        Arbitraries.longs().between(0, 3_600_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 0, 1, 300))
                    .as(
                        (millis, exact, place) ->
                            new EventTime(NEWEST.minusMillis(millis), exact, place)),
                text.map(t -> "a" + t),
                text,
                Arbitraries.doubles().injectNull(0.3),
                fields,
                fields,
                Arbitraries.of("s1", "s2").map(Events.PSEUDONYMS::session).injectNull(0.3))
            .as(
                (id, time, action, subject, value, attributes, context, session) ->
                    new ScrubbedEvent(
                        new EventId(id),
                        time,
                        action,
                        subject,
                        value == null ? null : value + 0.0,
                        attributes,
                        context,
                        Events.PSEUDONYMS.user("alice"),
                        session));
    return Combinators.combine(scrubbed, entities.injectNull(0.3))
        .as((event, entity) -> new HydratedEvent(event, "acme", Versions.NONE, entity))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static boolean isWhole(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }
}
