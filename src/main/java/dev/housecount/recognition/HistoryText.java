package dev.housecount.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.recognition.History.Day;
import dev.housecount.recognition.KnownPeople.Count;
import dev.housecount.recognition.KnownPeople.Jump;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A look as it is kept: a line for each portal, and for each of its days. */
final class HistoryText {
  /** The beginning of the first line; what begins otherwise is read as nothing. */
  private static final String FORMAT = "recognition 1 ";

  private HistoryText() {}

  /**
   * What was seen.
   *
   * @param portals those that have a catalog
   */
  record Look(Instant at, Map<String, History> portals) {
    static final Look NONE = new Look(Instant.EPOCH, Map.of());

    Look {
      portals = Collections.unmodifiableMap(new TreeMap<>(portals));
    }
  }

  static byte[] encode(Look look) {
    StringBuilder text = new StringBuilder(FORMAT).append(look.at()).append('\n');
    look.portals()
        .forEach(
            (portal, history) -> {
              text.append("portal ").append(history.last().asOf()).append(' ');
              append(text, history.last().count()).append(' ').append(portal).append('\n');
              Jump jump = history.last().jump();
              if (jump != null) {
                append(text.append("jump ").append(jump.since()).append(' '), jump.before())
                    .append('\n');
              }
              for (Day day : history.days()) {
                text.append(day.jumped() ? "jumped " : "day ").append(day.date()).append(' ');
                append(text, day.count()).append('\n');
              }
            });
    return text.toString().getBytes(UTF_8);
  }

  private static StringBuilder append(StringBuilder text, Count count) {
    return text.append(count.people()).append(' ').append(count.known());
  }

  static Look decode(byte[] data) {
    List<String> lines = List.of(new String(data, UTF_8).split("\n"));
    if (!lines.get(0).startsWith(FORMAT)) {
      return Look.NONE;
    }
    Map<String, History> portals = new TreeMap<>();
    int begin = 1;
    for (int line = 2; lines.size() > 1 && line <= lines.size(); line++) {
      if (line == lines.size() || lines.get(line).startsWith("portal ")) {
        portal(lines.subList(begin, line), portals);
        begin = line;
      }
    }
    return new Look(Instant.parse(lines.get(0).substring(FORMAT.length())), portals);
  }

  private static void portal(List<String> lines, Map<String, History> portals) {
    String[] head = lines.get(0).split(" ", 5);
    @Nullable Jump jump = null;
    List<Day> days = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ");
      if (words[0].equals("jump")) {
        jump = new Jump(Instant.parse(words[1]), count(words));
      } else {
        days.add(new Day(LocalDate.parse(words[1]), count(words), words[0].equals("jumped")));
      }
    }
    KnownPeople last = new KnownPeople(Instant.parse(head[1]), count(head), jump);
    portals.put(head[4], new History(last, days));
  }

  private static Count count(String[] words) {
    return new Count(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
  }
}
