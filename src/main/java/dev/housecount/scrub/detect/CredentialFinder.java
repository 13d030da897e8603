package dev.housecount.scrub.detect;

import java.util.Locale;

/** Values that their surroundings call secret: {@code password=…}, {@code Bearer …}. */
final class CredentialFinder implements Finds.Finder {
  private static final int MAX_NAME = 64;

  private final SecretNames secrets;
  private final SecretValue values;

  CredentialFinder(SecretNames secrets) {
    this.secrets = secrets;
    this.values = new SecretValue(secrets);
  }

  @Override
  public void find(String text, Finds finds) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = -1;
      if (c == ':' || c == '=') {
        end = afterSeparator(text, from, i, finds);
      } else if (c == '>') {
        end = inElement(text, from, i, finds);
      } else if (c == ' ') {
        end = afterSpace(text, from, i, finds);
      }
      if (end > i) {
        from = end;
        i = end - 1;
      }
    }
  }

  /**
   * {@code password=…}, {@code "password": "…"}, {@code password => "…"}, {@code password := "…"}
   */
  private int afterSeparator(String text, int from, int separator, Finds finds) {
    int nameEnd = separator;
    while (nameEnd > from
        && separator - nameEnd < 4
        && "\"' \\]".indexOf(text.charAt(nameEnd - 1)) >= 0) {
      nameEnd--;
    }
    if (!isSecretName(text, from, nameEnd)) {
      return -1;
    }
    char second = Chars.at(text, separator + 1);
    boolean twice = second == '=' || second == '>';
    int operator = twice ? separator + 2 : separator + 1;
    int start = endOfSpaces(text, operator);
    boolean colon = text.charAt(separator) == ':' && !twice;
    if (colon && SecretValue.isVersion(text, start)) {
      return -1;
    }
    return value(text, start, colon && start > operator || twice, finds);
  }

  private static int endOfSpaces(String text, int start) {
    int end = start;
    while (end - start < 3 && Chars.at(text, end) == ' ') {
      end++;
    }
    return end;
  }

  /** {@code <password>…</password>} */
  private int inElement(String text, int from, int bracket, Finds finds) {
    if (!isSecretName(text, from, bracket) || text.startsWith("<secret", bracket - 7)) {
      return -1; // No name, or what replaced a secret before.
    }
    int end = bracket + 1;
    while (Chars.at(text, end) > ' ' && "<>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.startsWith("</", end) ? add(text, bracket + 1, end, finds) : -1;
  }

  /** {@code --password …}, {@code password is …}, {@code Bearer …} */
  private int afterSpace(String text, int from, int space, Finds finds) {
    int word = space;
    while (word > from && space - word < MAX_NAME && isNamePart(text.charAt(word - 1))) {
      word--;
    }
    int start = endOfSpaces(text, space + 1);
    String before = space - word > 6 ? "" : text.substring(word, space).toLowerCase(Locale.ROOT);
    if (before.equals("bearer") || before.equals("basic")) {
      int end = endOfSecret(text, start);
      boolean secret =
          before.equals("basic")
              ? SecretValue.isBasic(text, start, end)
              : SecretValue.isBearer(text, start, end);
      return secret ? add(text, word, end, finds) : -1;
    }
    if (text.startsWith("-u ", word) || text.startsWith("--user ", word)) {
      return user(text, start, finds);
    }
    if (text.startsWith("--", word)
        && isSecretName(text, word, space)
        && start == space + 1 // more spaces stand before an option's description
        && Chars.at(text, start) != '-') {
      return value(text, start, false, finds);
    }
    boolean verb = Words.of("verbs").contains(before);
    return verb && isSecretName(text, from, word - 1) ? value(text, start, true, finds) : -1;
  }

  /** {@code curl -u alice:secret} */
  private int user(String text, int start, Finds finds) {
    char quote = Chars.at(text, start);
    boolean quoted = quote == '"' || quote == '\'';
    int from = quoted ? start + 1 : start;
    int end = quoted ? SecretValue.endOfQuoted(text, from, quote) : SecretValue.end(text, from);
    return SecretValue.isUserAndPassword(text, from, end) ? add(text, from, end, finds) : -1;
  }

  private static int endOfSecret(String text, int start) {
    int end = start;
    while (Chars.isSecret(Chars.at(text, end)) || Chars.at(text, end) == '=') {
      end++;
    }
    return end;
  }

  /**
   * @param prose whether the value may as well be the next word of a sentence
   */
  private int value(String text, int from, boolean prose, Finds finds) {
    int start = from;
    while (Chars.at(text, start) == '\\') {
      start++;
    }
    char quote = Chars.at(text, start);
    if (quote == '"' || quote == '\'') {
      int end = SecretValue.endOfQuoted(text, start + 1, quote);
      int inner = SecretValue.afterScheme(text, start + 1);
      boolean secret = end > 0 && (inner >= end || !values.isNone(text, inner, end));
      return secret ? add(text, start + 1, end, finds) : -1;
    }
    int scheme = start;
    start = SecretValue.afterScheme(text, start);
    if (values.beginsNone(text, start)) {
      return -1; // Before its end is looked for, which may be far.
    }
    int end = SecretValue.end(text, start);
    boolean secret =
        !prose
            || SecretValue.looksLikePassword(text, start, end)
            || (start > scheme
                && text.substring(start, end).chars().skip(1).anyMatch(Character::isUpperCase));
    return secret ? add(text, start, end, finds) : -1;
  }

  private int add(String text, int start, int end, Finds finds) {
    if (end <= start || values.isNone(text, start, end)) {
      return -1;
    }
    finds.add(FindKind.CREDENTIAL, start, end);
    return end;
  }

  private boolean isSecretName(String text, int from, int end) {
    int start = end;
    while (start > from && end - start < MAX_NAME && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    boolean used = Chars.at(text, start - 1) == '$'; // a variable's value, not its name
    return end - start >= 2 && !used && secrets.isSecret(text.substring(start, end));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
