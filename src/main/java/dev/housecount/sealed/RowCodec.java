package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.Deflated;
import dev.housecount.bytes.TextColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows as columns, deflated: who, when, which words, which numbers. What is said with the same
 * words again refers to them.
 */
final class RowCodec {
  private static final int FORMAT = 1;

  /** What fits a record with room to spare. */
  private static final int MOST_BYTES = 340_000;

  /** Before they are deflated rows have no more: so much memory is taken at once. */
  private static final int MOST_ROWS = 100_000;

  private static final Deflated DEFLATED = new Deflated(new byte[0]);

  private static final int NONE = 0;
  private static final int EXACT = 1;
  private static final int WHOLE = 2;

  /** Whole numbers up to it are short. */
  private static final double MOST_WHOLE = 1 << 20;

  /** Brings a text that was written under a key up to date. */
  interface Texts {
    /** Texts as they are. */
    Texts SAME = keyId -> text -> text;

    UnaryOperator<String> of(String keyId);
  }

  private RowCodec() {}

  /**
   * Rows as records, in their order.
   *
   * @param keyId the key of the pseudonyms in the words
   * @return as many as it takes; none for no rows
   */
  static List<byte[]> encode(List<Row> rows, String keyId) {
    List<byte[]> parts = new ArrayList<>();
    encode(rows, keyId, parts);
    return parts;
  }

  private static void encode(List<Row> rows, String keyId, List<byte[]> parts) {
    if (rows.isEmpty()) {
      return;
    }
    byte[] part = rows.size() > MOST_ROWS ? null : part(rows, keyId);
    if (part != null && (part.length <= MOST_BYTES || rows.size() == 1)) {
      parts.add(part);
      return;
    }
    int half = rows.size() / 2;
    encode(rows.subList(0, half), keyId, parts);
    encode(rows.subList(half, rows.size()), keyId, parts);
  }

  private static byte[] part(List<Row> rows, String keyId) {
    Row first = rows.get(0);
    ByteWriter body =
        new ByteWriter()
            .number(rows.size())
            .signed(first.time())
            .number(first.words().size())
            .number(first.numbers().size());
    writeWho(rows, body);
    writeTimes(rows, body);
    writeWords(rows, body);
    rows.forEach(row -> row.numbers().forEach(number -> write(number, body)));
    return new ByteWriter().number(FORMAT).text(keyId).raw(DEFLATED.pack(body.toBytes())).toBytes();
  }

  private static void writeWho(List<Row> rows, ByteWriter body) {
    int before = 0;
    for (Row row : rows) {
      body.signed((long) row.who() - before);
      before = row.who();
    }
  }

  /** From the same actor's last time, where that is the row before. */
  private static void writeTimes(List<Row> rows, ByteWriter body) {
    long base = rows.get(0).time();
    Row before = rows.get(0);
    for (Row row : rows) {
      body.signed(row.time() - (row.who() == before.who() ? before.time() : base));
      before = row;
    }
  }

  private static void writeWords(List<Row> rows, ByteWriter body) {
    Map<List<@Nullable String>, Integer> known = new HashMap<>();
    TextColumn texts = new TextColumn();
    ByteWriter distinct = new ByteWriter();
    ByteWriter references = new ByteWriter();
    for (Row row : rows) {
      Integer reference = known.get(row.words());
      if (reference == null) {
        reference = known.size();
        known.put(row.words(), reference);
        row.words().forEach(word -> texts.write(distinct, word));
      }
      references.number(reference);
    }
    body.number(known.size()).raw(distinct.toBytes()).raw(references.toBytes());
  }

  private static void write(@Nullable Double number, ByteWriter body) {
    if (number == null) {
      body.number(NONE);
    } else if (number >= 0 && number < MOST_WHOLE && number.equals((double) number.longValue())) {
      body.number(number.longValue() + WHOLE);
    } else {
      body.number(EXACT).raw(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    }
  }

  /** The rows of a record. */
  static List<Row> decode(byte[] part, Texts texts) {
    ByteReader outer = new ByteReader(part);
    if (outer.number() != FORMAT) {
      throw new IllegalStateException("a rollup was written by a newer Housecount");
    }
    UnaryOperator<String> renewed = texts.of(outer.text());
    ByteReader body = new ByteReader(DEFLATED.unpack(outer.rest()));
    int count = body.integer();
    long base = body.signed();
    int words = body.integer();
    int numbers = body.integer();
    int[] who = readWho(body, count);
    long[] times = readTimes(body, who, base);
    List<List<@Nullable String>> said = readWords(body, words, renewed);
    int[] references = new int[count];
    Arrays.setAll(references, i -> body.integer());
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(new Row(who[i], times[i], said.get(references[i]), readNumbers(body, numbers)));
    }
    return rows;
  }

  private static int[] readWho(ByteReader body, int count) {
    int[] who = new int[count];
    int before = 0;
    for (int i = 0; i < count; i++) {
      before += Math.toIntExact(body.signed());
      who[i] = before;
    }
    return who;
  }

  private static long[] readTimes(ByteReader body, int[] who, long base) {
    long[] times = new long[who.length];
    for (int i = 0; i < who.length; i++) {
      boolean same = i > 0 && who[i] == who[i - 1];
      times[i] = body.signed() + (same ? times[i - 1] : base);
    }
    return times;
  }

  private static List<List<@Nullable String>> readWords(
      ByteReader body, int width, UnaryOperator<String> renewed) {
    TextColumn texts = new TextColumn();
    int distinct = body.integer();
    List<List<@Nullable String>> said = new ArrayList<>(distinct);
    for (int i = 0; i < distinct; i++) {
      List<@Nullable String> words = new ArrayList<>(width);
      for (int word = 0; word < width; word++) {
        String text = texts.read(body);
        words.add(text == null ? null : renewed.apply(text));
      }
      said.add(words);
    }
    return said;
  }

  private static List<@Nullable Double> readNumbers(ByteReader body, int width) {
    if (width == 0) {
      return List.of();
    }
    List<@Nullable Double> numbers = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      long code = body.number();
      numbers.add(
          code == NONE
              ? null
              : code == EXACT
                  ? Double.valueOf(ByteBuffer.wrap(body.raw(Double.BYTES)).getDouble())
                  : Double.valueOf(code - WHOLE));
    }
    return numbers;
  }
}
