package dev.housecount.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.event.Pseudonym;
import dev.housecount.testing.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowCodecPropertyTest {
  @Property(tries = 300, seed = "14")
  void decode_isWhatWasEncoded(@ForAll Random random, @ForAll @IntRange(max = 300) int count) {
    List<Row> rows = rows(random, count);
    assertThat(decoded(RowCodec.encode(rows, "k"))).isEqualTo(rows);
  }

  @Example
  void encode_moreThanARecordHolds_isSeveral() {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(14);
    for (int i = 0; i < 30_000; i++) {
      byte[] noise = new byte[24];
      random.nextBytes(noise);
      rows.add(new Row(i, i, List.of(java.util.HexFormat.of().formatHex(noise)), List.of()));
    }
    List<byte[]> parts = RowCodec.encode(rows, "k");
    assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length < 350_000);
    assertThat(decoded(parts)).isEqualTo(rows);
  }

  @Property(tries = 100, seed = "14")
  void blocks_areWhatWasWritten(@ForAll Random random, @ForAll @IntRange(max = 40) int count) {
    List<Pseudonym> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(random.nextInt(5) == 0 ? null : Events.PSEUDONYMS.user("u" + random.nextInt()));
    }
    Block block = new Block(7, 3, "k", Instant.ofEpochMilli(14), people);
    assertThat(Block.of(block.record())).isEqualTo(block);
  }

  private static List<Row> decoded(List<byte[]> parts) {
    List<Row> rows = new ArrayList<>();
    parts.forEach(part -> rows.addAll(RowCodec.decode(part, RowCodec.Texts.SAME)));
    return rows;
  }

  private static List<Row> rows(Random random, int count) {
    int words = random.nextInt(4);
    int numbers = random.nextInt(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] said = new String[words];
      Arrays.setAll(said, word -> random.nextInt(4) == 0 ? null : "word" + random.nextInt(5));
      Double[] told = new Double[numbers];
      Arrays.setAll(told, number -> number(random));
      rows.add(
          new Row(
              random.nextInt(9) - 1,
              random.nextLong() >> random.nextInt(8, 60),
              Arrays.asList(said),
              Arrays.asList(told)));
    }
    return rows;
  }

  private static Double number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> (double) random.nextInt(1 << 22);
      case 2 -> -0.0;
      default -> random.nextGaussian();
    };
  }
}
