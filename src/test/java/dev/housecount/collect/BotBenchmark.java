package dev.housecount.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How many of published lists' bots are known, and how many of their browsers are refused. Run by
 * {@code infra/bots.sh}, which brings the lists: they are others' data.
 */
class BotBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path LISTS = Path.of(System.getProperty("bots.lists", "target/bots"));

  /** So many headers that a list and we judge differently are printed. */
  private static final int MOST_NAMED = 50;

  @Test
  void lists() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(LISTS)) {
      all.filter(file -> file.toString().matches(".*\\.(json|yml)")).sorted().forEach(files::add);
    }
    for (Path file : files) {
      List<String> texts = texts(file).stream().distinct().toList();
      if (texts.size() > 100) { // else it is no list
        print(LISTS.relativize(file).toString(), texts);
      }
    }
  }

  @SuppressWarnings("SystemOut") // the benchmark's result
  private static void print(String name, List<String> texts) {
    List<String> browsers = texts.stream().filter(BotBenchmark::runsPages).toList();
    long known = browsers.stream().filter(BotBenchmark::isBot).count();
    long all = texts.stream().filter(BotBenchmark::isBot).count();
    System.out.printf(
        Locale.ROOT,
        "%-50s bots: %5d of %5d that run pages, %5d of %5d in all%n",
        name,
        known,
        browsers.size(),
        all,
        texts.size());
    boolean list = known * 2 > browsers.size();
    if (Math.min(known, browsers.size() - known) <= MOST_NAMED) {
      browsers.stream()
          .filter(text -> isBot(text) != list)
          .forEach(text -> System.out.println((list ? "  unknown  " : "  refused  ") + text));
    }
  }

  private static boolean isBot(String text) {
    return KnownBots.isBot(text, "portal.test");
  }

  private static boolean runsPages(String text) {
    return text.startsWith("Mozilla/")
        && (text.contains("AppleWebKit") || text.contains("Gecko/") || text.contains("Trident"));
  }

  private static List<String> texts(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    if (file.toString().endsWith(".json")) {
      add(texts, JSON.readTree(file.toFile()));
    } else {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      Object lists = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
      add(texts, JSON.valueToTree(lists instanceof Map<?, ?> map ? map.values() : lists));
    }
    return texts;
  }

  /** Every header in one of the lists' forms. */
  private static void add(List<String> texts, JsonNode node) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    for (String member : List.of("userAgent", "user_agent", "instances")) {
      if (node.has(member)) {
        add(texts, node.get(member));
      }
    }
    if (node.isArray()) {
      node.forEach(element -> add(texts, element));
    }
  }
}
