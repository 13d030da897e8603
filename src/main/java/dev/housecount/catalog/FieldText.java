package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.event.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Captured fields as bytes, with the types of JSON and in their order. */
final class FieldText {
  private FieldText() {}

  static void write(ByteWriter writer, Map<String, FieldValue> fields) {
    writer.number(fields.size());
    fields.forEach(
        (key, value) -> {
          writer.text(key);
          write(writer, value);
        });
  }

  static Map<String, FieldValue> read(ByteReader reader) {
    int count = reader.integer();
    if (count == 0) {
      return Map.of();
    }
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      fields.put(reader.text(), value(reader));
    }
    return java.util.Collections.unmodifiableMap(fields);
  }

  private static void write(ByteWriter writer, FieldValue value) {
    if (value instanceof FieldValue.Text text) {
      writer.number(0).text(text.value());
    } else if (value instanceof FieldValue.Num num) {
      writer.number(1).text(Double.toString(num.value()));
    } else if (value instanceof FieldValue.Flag flag) {
      writer.number(flag.value() ? 3 : 2);
    } else if (value instanceof FieldValue.Items items) {
      writer.number(4).number(items.values().size());
      items.values().forEach(item -> write(writer, item));
    } else {
      writer.number(5);
      write(writer, ((FieldValue.Fields) value).values());
    }
  }

  private static FieldValue value(ByteReader reader) {
    return switch (reader.integer()) {
      case 0 -> new FieldValue.Text(reader.text());
      case 1 -> new FieldValue.Num(Double.parseDouble(reader.text()));
      case 2 -> new FieldValue.Flag(false);
      case 3 -> new FieldValue.Flag(true);
      case 4 -> new FieldValue.Items(items(reader));
      default -> new FieldValue.Fields(read(reader));
    };
  }

  private static List<FieldValue> items(ByteReader reader) {
    int count = reader.integer();
    List<FieldValue> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(value(reader));
    }
    return items;
  }
}
