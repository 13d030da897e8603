package dev.housecount.edge.insights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The keys that Insights knows. */
enum InsightsKey {
  CAPTURE_ENTITY_FIELDS("captureEntityFields", Shape.TEXTS, true),
  CAPTURE_IDENTITY_FIELDS("captureIdentityFields", Shape.TEXTS, true),
  CAPTURE_IDENTITY_GROUPS_FILTER("captureIdentityGroupsFilter", Shape.FILTER, true),
  TOTAL_USERS_ENTITY_QUERY_FILTER("totalUsersEntityQueryFilter", Shape.FILTER, true),
  HOST_FILTER("hostFilter", Shape.TEXT, true),
  ENV_OVERRIDE("envOverride", Shape.TEXT, false),
  SALT("salt", Shape.TEXT, false),
  EXPERIMENTAL_FLAGS("experimentalFlags", Shape.TEXTS, false),
  DEBUG("debug", Shape.FLAG, false);

  /** What a value has to be. */
  enum Shape {
    TEXT("a text"),
    TEXTS("a list of texts"),
    FLAG("true or false"),
    FILTER(
        "a mapping of fields to a value, to a list of values or to {$exists: true},"
            + " or a list of such mappings");

    private final String words;

    Shape(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final String key;
  private final Shape shape;
  private final boolean means;

  InsightsKey(String key, Shape shape, boolean means) {
    this.key = key;
    this.shape = shape;
    this.means = means;
  }

  String key() {
    return key;
  }

  Shape shape() {
    return shape;
  }

  /** Whether it means anything here. */
  boolean means() {
    return means;
  }

  static Optional<InsightsKey> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
  }

  /** The one that somebody who wrote this word meant, as likely as not. */
  static InsightsKey nearest(String word) {
    return Arrays.stream(values())
        .min(Comparator.comparingDouble(known -> unlikeness(known.key, word)))
        .orElseThrow();
  }

  /** From 0 to 1. Long words have more letters to be wrong. */
  private static double unlikeness(String known, String word) {
    return (double) distance(known, word) / Math.max(known.length(), word.length());
  }

  /** How many letters have to be changed, put in or left out (Levenshtein); case does not count. */
  private static int distance(String known, String word) {
    int[] row = new int[word.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= known.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(known.charAt(i - 1)) == Character.toLowerCase(word.charAt(j - 1));
        int changed = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[word.length()];
  }
}
