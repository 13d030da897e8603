package dev.housecount.edge.insights;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an unquoted word of YAML is: its core schema (YAML 1.2.2, 10.3.2). */
final class CoreSchema {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:[.][0-9]+|[0-9]+(?:[.][0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");

  private CoreSchema() {}

  /** A flag, a {@code Double}, null, or the word itself. */
  static @Nullable Object of(String word) {
    if (NULLS.contains(word)) {
      return null;
    }
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return TRUE.contains(word);
    }
    if (DECIMAL.matcher(word).matches()) {
      return Double.valueOf(word);
    }
    boolean octal = OCTAL.matcher(word).matches();
    boolean other = octal || HEXADECIMAL.matcher(word).matches();
    return other ? new BigInteger(word.substring(2), octal ? 8 : 16).doubleValue() : (Object) word;
  }
}
