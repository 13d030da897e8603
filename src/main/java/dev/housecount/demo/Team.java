package dev.housecount.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A group of the catalog.
 *
 * @param type {@code organization}, {@code department}, {@code area}, {@code team} or {@code guild}
 * @param parent null for one at the top
 * @param since the day on which the portal was rolled out to it; null for one to which it was not
 */
record Team(
    String namespace,
    String name,
    String title,
    String type,
    @Nullable String parent,
    @Nullable LocalDate since) {
  String ref() {
    return "group:" + namespace + "/" + name;
  }
}
