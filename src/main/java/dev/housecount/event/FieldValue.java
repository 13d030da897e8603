package dev.housecount.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in an event's attributes or context: JSON without null. Portals send the scalar ones. */
public sealed interface FieldValue {

  /** A string. */
  record Text(String value) implements FieldValue {}

  /** A finite IEEE double, as JavaScript's numbers are. */
  record Num(double value) implements FieldValue {
    /**
     * The largest magnitude up to which every integer is exact, as {@code Number.MAX_SAFE_INTEGER}.
     */
    private static final double MAX_SAFE_INTEGER = 9_007_199_254_740_991d;

    public Num {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number");
      }
    }

    /** The value as {@code Long} where it is an exact integer, else as {@code Double}. */
    public Number number() {
      if (Math.rint(value) == value && Math.abs(value) <= MAX_SAFE_INTEGER) {
        return (long) value;
      }
      return value;
    }
  }

  /** A boolean. */
  record Flag(boolean value) implements FieldValue {}

  /** An array. */
  record Items(List<FieldValue> values) implements FieldValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object; keeps the order of its keys. */
  record Fields(Map<String, FieldValue> values) implements FieldValue {
    public Fields {
      values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * Reads the plain Java form of a JSON value (String, Number, Boolean, List, Map).
   *
   * @return null for null and for every other type; nulls inside are left out
   * @throws IllegalArgumentException when a number is not finite
   */
  static @Nullable FieldValue ofPlain(@Nullable Object plain) {
    if (plain instanceof String text) {
      return new Text(text);
    }
    if (plain instanceof Number number) {
      return new Num(number.doubleValue());
    }
    if (plain instanceof Boolean flag) {
      return new Flag(flag);
    }
    if (plain instanceof List<?> list) {
      List<FieldValue> items = new ArrayList<>(list.size());
      for (Object element : list) {
        FieldValue item = ofPlain(element);
        if (item != null) {
          items.add(item);
        }
      }
      return new Items(items);
    }
    return plain instanceof Map<?, ?> map ? new Fields(fieldsOfPlain(map)) : null;
  }

  /** Reads a plain map; entries whose value is null are left out. */
  static Map<String, FieldValue> fieldsOfPlain(Map<?, ?> map) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          FieldValue field = ofPlain(value);
          if (field != null) {
            fields.put(String.valueOf(key), field);
          }
        });
    return fields;
  }

  /** The plain Java form that {@link #ofPlain} reads. */
  default Object toPlain() {
    if (this instanceof Text text) {
      return text.value();
    }
    if (this instanceof Num num) {
      return num.number();
    }
    if (this instanceof Flag flag) {
      return flag.value();
    }
    if (this instanceof Items items) {
      return items.values().stream().map(FieldValue::toPlain).toList();
    }
    return plainOf(((Fields) this).values());
  }

  /** The plain Java form of a map of fields, in its order. */
  static Map<String, Object> plainOf(Map<String, FieldValue> fields) {
    Map<String, Object> plain = new LinkedHashMap<>();
    fields.forEach((key, value) -> plain.put(key, value.toPlain()));
    return plain;
  }

  /** The text under a key. */
  static @Nullable String text(Map<String, FieldValue> fields, String key) {
    return fields.get(key) instanceof Text text ? text.value() : null;
  }
}
