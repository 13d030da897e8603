package dev.housecount.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.event.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How records are written: a line for each figure, its name, a tab, its value. What a reader does
 * not know it passes over, so that old and new instances can stand beside each other.
 */
final class Lines {
  private static final String ACCEPTED = "accepted";
  private static final String WITH_USER = "withUser";
  private static final String LATE = "late";
  private static final String REJECTED = "rejected.";
  private static final String DROPPED = "dropped.";
  private static final String FIELDS = "fields.";
  private static final String SENDER = "sender.";

  private Lines() {}

  static byte[] of(Figures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(ACCEPTED + '\t' + figures.accepted());
    lines.add(WITH_USER + '\t' + figures.withUser());
    lines.add(LATE + '\t' + figures.late());
    figures.rejected().forEach((reason, n) -> lines.add(REJECTED + reason + '\t' + n));
    figures.dropped().forEach((reason, n) -> lines.add(DROPPED + reason + '\t' + n));
    figures.droppedFields().forEach((part, n) -> lines.add(FIELDS + part + '\t' + n));
    lines.addAll(senders(figures.senders()));
    return bytes(lines);
  }

  static byte[] of(Map<Versions, Span> senders) {
    return bytes(senders(senders));
  }

  static Figures figures(byte[] data) {
    Map<String, String> lines = read(data);
    return new Figures(
        number(lines.getOrDefault(ACCEPTED, "0")),
        number(lines.getOrDefault(WITH_USER, "0")),
        number(lines.getOrDefault(LATE, "0")),
        numbers(lines, REJECTED),
        numbers(lines, DROPPED),
        numbers(lines, FIELDS),
        senders(data));
  }

  static Map<Versions, Span> senders(byte[] data) {
    Map<Versions, Span> senders = new HashMap<>();
    read(data)
        .forEach(
            (name, value) -> {
              if (name.startsWith(SENDER)) {
                String[] versions = name.substring(SENDER.length()).split(" ", 2);
                String[] span = value.split(" ", 2);
                senders.put(
                    new Versions(versions[0], versions[1]), new Span(time(span[0]), time(span[1])));
              }
            });
    return senders;
  }

  static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(UTF_8);
  }

  /** By their names; of equal names the last. */
  static Map<String, String> read(byte[] data) {
    Map<String, String> values = new HashMap<>();
    for (String line : new String(data, UTF_8).split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        values.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return values;
  }

  static Instant time(String text) {
    return Instant.ofEpochMilli(number(text));
  }

  private static List<String> senders(Map<Versions, Span> senders) {
    return senders.entrySet().stream()
        .map(
            sender ->
                SENDER
                    + Objects.toString(sender.getKey().module(), "")
                    + ' '
                    + Objects.toString(sender.getKey().backstage(), "")
                    + '\t'
                    + sender.getValue().first().toEpochMilli()
                    + ' '
                    + sender.getValue().last().toEpochMilli())
        .sorted()
        .toList();
  }

  private static Map<String, Long> numbers(Map<String, String> lines, String prefix) {
    Map<String, Long> numbers = new HashMap<>();
    lines.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            numbers.put(name.substring(prefix.length()), number(value));
          }
        });
    return numbers;
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }
}
