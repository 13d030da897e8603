package dev.housecount.catalog;

import dev.housecount.event.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes of raw values what is kept of them: scalars and lists, of bounded size, redacted. */
final class CapturedValues {
  /** The most characters of a title, a type or a lifecycle. */
  static final int MAX_TITLE = 200;

  /** Longer texts are not kept at all: nobody groups by them, and a piece could hide a find. */
  static final int MAX_TEXT = 1_000;

  /** The most members of a list; the rest is left out. */
  static final int MAX_ITEMS = 100;

  private final Redaction redaction;

  CapturedValues(Redaction redaction) {
    this.redaction = redaction;
  }

  /**
   * What is kept of a field; null when nothing is.
   *
   * @param names replaces the names of the person whose field it is
   */
  @Nullable FieldValue of(String key, @Nullable Object plain, UnaryOperator<String> names) {
    if (!(plain instanceof List<?> list)) {
      return scalar(key, plain, names);
    }
    List<FieldValue> items = new ArrayList<>();
    for (Object item : list) {
      FieldValue value = items.size() < MAX_ITEMS ? scalar(key, item, names) : null;
      if (value != null) {
        items.add(value);
      }
    }
    return items.isEmpty() && !list.isEmpty() ? null : new FieldValue.Items(items);
  }

  private @Nullable FieldValue scalar(
      String key, @Nullable Object plain, UnaryOperator<String> names) {
    if (plain instanceof String text) {
      return text.length() > MAX_TEXT ? null : text(key, text, names);
    }
    if (plain instanceof Boolean flag) {
      return new FieldValue.Flag(flag);
    }
    boolean finite = plain instanceof Number number && Double.isFinite(number.doubleValue());
    FieldValue number = finite ? FieldValue.ofPlain(plain) : null;
    return number == null ? null : redaction.keep(key, number);
  }

  private @Nullable FieldValue text(String key, String sent, UnaryOperator<String> names) {
    FieldValue kept = redaction.keep(key, new FieldValue.Text(sent));
    return kept instanceof FieldValue.Text text
        ? new FieldValue.Text(names.apply(text.value()))
        : kept;
  }

  /** What is kept of a single text such as a title; null for everything else. */
  @Nullable String title(String key, @Nullable Object plain) {
    FieldValue kept = plain instanceof List ? null : of(key, plain, UnaryOperator.identity());
    if (kept == null) {
      return null;
    }
    String text = JsonText.of(kept.toPlain()).strip();
    return text.isEmpty() ? null : cut(text);
  }

  /** Never within a pair of surrogates. */
  private static String cut(String text) {
    if (text.length() <= MAX_TITLE) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MAX_TITLE - 1));
    return text.substring(0, pair ? MAX_TITLE - 1 : MAX_TITLE);
  }
}
