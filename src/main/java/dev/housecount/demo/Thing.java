package dev.housecount.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog has beside people and groups.
 *
 * @param kind as the catalog writes it: {@code Component}
 * @param system a ref; null for what is in none
 * @param documented whether it has documents of its own
 */
record Thing(
    String kind,
    String name,
    String title,
    String type,
    @Nullable String lifecycle,
    String owner,
    @Nullable String system,
    boolean documented,
    LocalDate created) {
  static final String NAMESPACE = "default";

  String ref() {
    return kind.toLowerCase(java.util.Locale.ROOT) + ":" + NAMESPACE + "/" + name;
  }
}
