package dev.housecount.bytes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of which many are alike: each stands once, and is referred to from then on. */
public final class TextColumn {
  private final Map<String, Integer> written = new HashMap<>();
  private final List<String> read = new ArrayList<>();

  public void write(ByteWriter writer, @Nullable String text) {
    Integer known = text == null ? null : written.get(text);
    if (text == null) {
      writer.number(0);
    } else if (known == null) {
      writer.number(1).text(text);
      written.put(text, written.size());
    } else {
      writer.number(known + 2L);
    }
  }

  public @Nullable String read(ByteReader reader) {
    int code = reader.integer();
    if (code == 1) {
      read.add(reader.text());
      return read.get(read.size() - 1);
    }
    return code == 0 ? null : read.get(code - 2);
  }
}
