package dev.housecount.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A large organisation's catalog as its REST API gives it, reduced to what is captured. */
final class Organisation {
  private static final String[] AREAS =
      ("payments ledger orders billing search identity notification analytics monitoring checkout"
              + " catalog inventory shipping returns pricing tax fraud risk loans cards accounts"
              + " customer partner seller content media video images recommendations experiments"
              + " mobile web gateway edge network storage compute data ml features training build"
              + " deploy release testing security compliance audit legal finance hr workplace travel"
              + " support chat voice email sms push scheduling workflow documents contracts claims")
          .split(" ");
  private static final String[] THINGS =
      ("api service worker consumer producer gateway adapter bridge cache proxy scheduler importer"
              + " exporter sync indexer aggregator validator router dispatcher processor enricher"
              + " frontend backend portal console dashboard cli sdk lib client server store registry"
              + " engine runner monitor collector reporter archiver cleaner migrator simulator")
          .split(" ");
  private static final String[] QUALITIES =
      ("core legacy next internal public global regional eu us apac batch stream realtime async"
              + " primary secondary shared common base main v2 v3 lite pro admin ops dev qa event")
          .split(" ");
  private static final String[] TYPES = {"service", "service", "website", "library", "pipeline"};
  private static final String[] LIVES = {"production", "production", "experimental", "deprecated"};

  private final Random random;
  private final List<String> groups = new ArrayList<>();
  private final List<Map<String, Object>> entities = new ArrayList<>();

  Organisation(int users, int teams, int others, long seed) {
    random = new Random(seed);
    addGroups(teams);
    Map<String, Integer> names = new LinkedHashMap<>();
    addKind("API", others * 4 / 15, names);
    addKind("Component", others * 6 / 15, names);
    addKind("Resource", others * 4 / 15, names);
    addKind("System", others / 15 - others / 100, names);
    addKind("Template", others / 100, names);
    addUsers(users);
  }

  List<Map<String, Object>> entities() {
    return entities;
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }

  /** Each below one of those before, at most eight deep; most are named for their area. */
  private void addGroups(int count) {
    List<Integer> depths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int parent = i == 0 ? -1 : (int) (i * Math.pow(random.nextDouble(), 1.5));
      while (parent >= 0 && depths.get(parent) >= 7) {
        parent = random.nextInt(parent + 1) - 1;
      }
      depths.add(parent < 0 ? 0 : depths.get(parent) + 1);
      String name = pick(AREAS) + "-" + pick(THINGS) + "-" + Integer.toString(i, 36);
      groups.add(name);
      Map<String, Object> spec =
          new LinkedHashMap<>(Map.of("type", i % 9 == 0 ? "department" : "team"));
      if (parent >= 0) {
        spec.put("parent", groups.get(parent));
      }
      add("Group", name, random.nextInt(4) == 0 ? null : title(name), spec);
    }
  }

  private void addKind(String kind, int count, Map<String, Integer> names) {
    for (int i = 0; i < count; i++) {
      String name = pick(AREAS) + "-" + pick(QUALITIES) + "-" + pick(THINGS);
      int same = names.merge(kind + name, 1, Integer::sum);
      name = same == 1 ? name : name + "-" + same;
      String title =
          random.nextInt(3) > 0 ? null : title(name) + (i % 4 == 0 ? " of " + pick(AREAS) : "");
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("type", pick(TYPES));
      spec.put("lifecycle", pick(LIVES));
      spec.put("owner", groups.get(random.nextInt(groups.size())));
      add(kind, name, title, spec);
    }
  }

  private void addUsers(int count) {
    for (int i = 0; i < count; i++) {
      List<String> memberOf = new ArrayList<>();
      for (int g = random.nextInt(3); g >= 0; g--) {
        memberOf.add(groups.get(random.nextInt(groups.size())));
      }
      add("User", "first" + i % 400 + ".last" + i, null, Map.of("memberOf", memberOf));
    }
  }

  private static String title(String name) {
    StringBuilder title = new StringBuilder();
    for (String word : name.split("-", -1)) {
      title
          .append(' ')
          .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.substring(1));
    }
    return title.substring(1);
  }

  private void add(
      String kind,
      String name,
      @org.jspecify.annotations.Nullable String title,
      Map<String, Object> spec) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", "default");
    if (title != null) {
      metadata.put("title", title);
    }
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("kind", kind);
    entity.put("metadata", metadata);
    entity.put("spec", spec);
    entities.add(entity);
  }
}
