package dev.housecount.scrub.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Access tokens and keys with the prefixes that {@code tokens.txt} lists. */
final class TokenFinder implements Finds.Finder {
  private static final int SHORTEST = 14;

  /** How much of a token is looked at to tell it from words: chance puts a digit in long before. */
  private static final int SAMPLE = 64;

  /** How much of one is looked at before it is known for one. */
  private static final int WINDOW = 128;

  /** What tokens are made of; secret: what RFC 6750 and base64 allow. */
  private static final Map<String, String> BODIES =
      Map.of(
          "hex", "[0-9A-Fa-f]",
          "hex_groups", "[0-9A-Fa-f-]",
          "upper", "[0-9A-Z]",
          "upper_groups", "[0-9A-Z-]",
          "alphanumeric", "[0-9A-Za-z]",
          "dotted", "[0-9A-Za-z.]",
          "base64url", "[\\w-]",
          "secret", "[\\w.~+/=-]");

  /** By the two characters that their prefixes begin with: few words begin so. */
  private static final Form[][] BY_FIRST_TWO = new Form[1 << 14][0];

  static {
    Words.lines("tokens.txt").stream().flatMap(Form::parse).forEach(TokenFinder::add);
  }

  private static void add(Form form) {
    int index = index(form.prefix, 0);
    Form[] forms = Arrays.copyOf(BY_FIRST_TWO[index], BY_FIRST_TWO[index].length + 1);
    forms[forms.length - 1] = form;
    BY_FIRST_TWO[index] = forms;
  }

  /** Of two ASCII characters. */
  private static int index(String text, int at) {
    return text.charAt(at) << 7 | text.charAt(at + 1);
  }

  @Override
  public void find(String text, Finds finds) {
    boolean inWord = false;
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      boolean starts = !inWord && Chars.isAlphanumeric(text.charAt(i));
      if (starts && text.charAt(i + 1) < 128) {
        i = Math.max(i, find(BY_FIRST_TWO[index(text, i)], text, i, finds) - 1);
      }
      inWord = Chars.isAlphanumeric(text.charAt(i));
    }
  }

  private static int find(Form[] forms, String text, int start, Finds finds) {
    for (Form form : forms) {
      int end = text.startsWith(form.prefix, start) ? form.end(text, start) : -1;
      if (end > 0) {
        finds.add(form.kind, start, end);
        return end;
      }
    }
    return -1;
  }

  /**
   * A token that begins as its issuer documents.
   *
   * @param body its characters; no more of them where it has a certain length
   */
  private record Form(FindKind kind, String prefix, Pattern body) {
    static Stream<Form> parse(String line) {
      String[] parts = line.split(" ", -1);
      int bracket = parts[1].indexOf('{');
      String characters = Objects.requireNonNull(BODIES.get(parts[1].substring(0, bracket)));
      String length = parts[1].substring(bracket);
      String end = length.endsWith(",}") ? "" : "(?:\\z|[^" + characters.substring(1) + ")";
      Pattern body = Pattern.compile("(" + characters + length + ")" + end);
      FindKind kind = parts[0].equals("token") ? FindKind.TOKEN : FindKind.AWS_KEY;
      return Stream.of(parts).skip(2).map(prefix -> new Form(kind, prefix, body));
    }

    int end(String text, int start) {
      int from = start + prefix.length();
      if (!isCertain() && !isRandom(text, start, from)) {
        return -1;
      }
      int end = end(text, from, Math.min(text.length(), from + WINDOW));
      return end == from + WINDOW ? end(text, from, text.length()) : end;
    }

    private int end(String text, int from, int limit) {
      Matcher matcher = body.matcher(text.substring(from, limit));
      return matcher.lookingAt() ? from + matcher.end(1) : -1;
    }

    /** Nobody calls a thing so; {@code key-management-service} is one. */
    private boolean isCertain() {
      boolean words = prefix.indexOf('-') >= 0 || prefix.length() < 4;
      return !words || prefix.indexOf('_') > 0;
    }

    /**
     * A digit or capital letter is in most tokens and in few names; methods have capitals. Not the
     * end of a file's name: {@code box.ico-7a388b69}.
     */
    private boolean isRandom(String text, int start, int from) {
      boolean random = false;
      for (int i = from; i < Math.min(text.length(), from + SAMPLE) && !random; i++) {
        char c = text.charAt(i);
        random = Chars.isDigit(c) || prefix.length() > 2 && Chars.isUpper(c);
      }
      return random && Chars.at(text, start - 1) != '.';
    }
  }
}
