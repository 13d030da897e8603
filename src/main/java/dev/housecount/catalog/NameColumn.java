package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.bytes.TextColumn;
import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Names and namespaces of sorted entities: how much of the name before each begins with, and then
 * what is other.
 */
final class NameColumn {
  private NameColumn() {}

  static void write(ByteWriter to, List<EntityRef> refs) {
    ByteWriter texts = new ByteWriter();
    ByteWriter namespaces = new ByteWriter();
    TextColumn namespace = new TextColumn();
    String before = "";
    for (EntityRef ref : refs) {
      int shared = ByteWriter.shared(before, ref.name());
      to.number(shared);
      texts.textUntilZero(ref.name().substring(shared));
      namespace.write(namespaces, ref.namespace());
      before = ref.name();
    }
    to.raw(texts.toBytes()).raw(namespaces.toBytes());
  }

  static List<EntityRef> read(ByteReader from, String kind, int rows) {
    int[] shared = new int[rows];
    for (int i = 0; i < rows; i++) {
      shared[i] = from.integer();
    }
    List<String> names = new ArrayList<>(rows);
    String name = "";
    for (int i = 0; i < rows; i++) {
      name = name.substring(0, shared[i]) + from.textUntilZero();
      names.add(name);
    }
    TextColumn namespace = new TextColumn();
    return names.stream()
        .map(each -> new EntityRef(kind, String.valueOf(namespace.read(from)), each))
        .toList();
  }
}
