package dev.housecount.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Texts and fields as one text, such that no two lists of parts are alike: each part has its length
 * in front, and fields stand in the order of their keys.
 */
public final class CanonicalText {
  /** Of what tells two events apart, in characters; more is no harm. */
  private static final int USUAL_LENGTH = 384;

  private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

  public CanonicalText append(String part) {
    text.append(part.length()).append(':').append(part);
    return this;
  }

  /** Fields begin with a brace, texts with a digit: none looks like the other. */
  public CanonicalText append(Map<String, FieldValue> fields) {
    text.append('{').append(fields.size()).append(':');
    List<Map.Entry<String, FieldValue>> sorted = new ArrayList<>(fields.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    for (Map.Entry<String, FieldValue> field : sorted) {
      append(field.getKey());
      if (field.getValue() instanceof FieldValue.Fields nested) {
        append(nested.values());
      } else {
        append(String.valueOf(field.getValue().toPlain()));
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
