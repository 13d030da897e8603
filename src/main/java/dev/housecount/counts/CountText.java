package dev.housecount.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.bytes.Deflated;
import dev.housecount.insights.Row;
import dev.housecount.insights.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables as deflated text: a line for each, with the number of its rows and notes, and then one
 * line for its total, each row and each note. A cell is {@code name=value}, the value's first
 * letter its type.
 */
final class CountText {
  private static final String FORMAT = "1";
  private static final Deflated DEFLATED = new Deflated(new byte[0]);

  private CountText() {}

  static byte[] encode(List<Counted> all) {
    List<String> lines = new ArrayList<>(List.of(FORMAT));
    for (Counted one : all) {
      Table table = one.table();
      lines.add(
          "%s\t%d\t%d\t%d\t%d\t%d"
              .formatted(
                  one.report(),
                  one.fewest(),
                  table.other(),
                  table.hidden(),
                  table.rows().size(),
                  table.notes().size()));
      lines.add(line(table.total()));
      table.rows().forEach(row -> lines.add(line(row)));
      table.notes().forEach(note -> lines.add(escaped(note)));
    }
    return DEFLATED.pack(String.join("\n", lines).getBytes(UTF_8));
  }

  static List<Counted> decode(byte[] data) {
    Iterator<String> lines = List.of(text(data).split("\n", -1)).iterator();
    String format = lines.next();
    if (!format.equals(FORMAT)) {
      throw new IllegalStateException("counts of an unknown format: " + format);
    }
    List<Counted> all = new ArrayList<>();
    while (lines.hasNext()) {
      String[] head = lines.next().split("\t", -1);
      Row total = row(lines.next());
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(head[4]); i++) {
        rows.add(row(lines.next()));
      }
      List<String> notes = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(head[5]); i++) {
        notes.add(plain(lines.next()));
      }
      int other = Integer.parseInt(head[2]);
      int hidden = Integer.parseInt(head[3]);
      all.add(
          new Counted(
              head[0],
              Integer.parseInt(head[1]),
              new Table(List.of(), rows, total, other, hidden, notes)));
    }
    return all;
  }

  private static String line(Row row) {
    List<String> cells = new ArrayList<>();
    row.values().forEach((name, value) -> cells.add(name + "=" + cell(value)));
    return String.join("\t", cells);
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "n";
    }
    if (value instanceof String text) {
      return "s" + escaped(text);
    }
    if (value instanceof Boolean) {
      return "b" + value;
    }
    return (value instanceof Double ? "d" : "l") + value;
  }

  private static Row row(String line) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (!line.isEmpty()) {
      for (String cell : line.split("\t", -1)) {
        int mark = cell.indexOf('=');
        values.put(cell.substring(0, mark), value(cell.substring(mark + 1)));
      }
    }
    return new Row(values);
  }

  private static @Nullable Object value(String cell) {
    String text = cell.substring(1);
    return switch (cell.charAt(0)) {
      case 's' -> plain(text);
      case 'b' -> Boolean.valueOf(text);
      case 'd' -> Double.valueOf(text);
      case 'l' -> Long.valueOf(text);
      default -> null;
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        char next = text.charAt(++i);
        c = next == 't' ? '\t' : next == 'n' ? '\n' : next;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  static String text(byte[] data) {
    return new String(DEFLATED.unpack(data), UTF_8);
  }
}
