package dev.housecount.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

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
    String[] keys = fields.keySet().toArray(new String[0]);
    Arrays.sort(keys);
    for (String key : keys) {
      append(key);
      append(Objects.requireNonNull(fields.get(key)));
    }
    return this;
  }

  private void append(FieldValue value) {
    if (value instanceof FieldValue.Text words) {
      append(words.value());
    } else if (value instanceof FieldValue.Fields nested) {
      append(nested.values());
    } else {
      append(String.valueOf(value.toPlain()));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
