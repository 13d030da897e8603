package dev.housecount.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names in {@code bots.txt}, which says where they are from and what its lines mean. A name is
 * looked for as text between words: the time that it takes grows with the text, not with its
 * content.
 */
final class BotNames {
  /** In which texts a name says that a bot sent it. */
  enum Section {
    /** Whatever else the text says. */
    ANYONE,
    /** As {@link #ANYONE}, but not from a page of the same machine. */
    DRIVEN,
    /** Where the sender says that it is a browser. */
    BROWSER,
    /** In none: it only ends as a bot's name. */
    NOT
  }

  private final Map<Section, List<String>> names = new EnumMap<>(Section.class);

  private BotNames(String lines) {
    List<String> section = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        String name = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
        section = names.computeIfAbsent(Section.valueOf(name), each -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.add(pattern(line));
      }
    }
  }

  static BotNames load() {
    try (InputStream file = BotNames.class.getResourceAsStream("bots.txt")) {
      if (file == null) {
        throw new IllegalStateException("bots.txt is missing from the build");
      }
      return new BotNames(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the asterisk, and with a space where a word has to begin or to end. */
  private static String pattern(String line) {
    String words = words(line);
    int from = line.startsWith("*") ? 1 : 0;
    int to = words.length() - (line.endsWith("*") ? 1 : 0);
    return words.substring(from, to);
  }

  /** The words of a text, in lower case, with one space before, between and behind them. */
  static String words(String text) {
    StringBuilder words = new StringBuilder(" ");
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      boolean inWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (inWord) {
        words.append(c);
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }

  /** Whether one of a section's names is among these words. */
  boolean has(Section section, String words) {
    return names.getOrDefault(section, List.of()).stream().anyMatch(words::contains);
  }

  /** The words without those that only look like a bot's. */
  String withoutOthers(String words) {
    String rest = words;
    for (String name : names.getOrDefault(Section.NOT, List.of())) {
      rest = rest.replace(name, " ");
    }
    return rest;
  }
}
