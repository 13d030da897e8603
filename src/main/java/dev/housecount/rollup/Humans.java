package dev.housecount.rollup;

import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what people did from what agents and services did. */
public final class Humans {
  private static final Set<String> OTHERS = Set.of("agent", "service");

  private Humans() {}

  /** Where something was begun, as its event says: {@code browser}, {@code api}, {@code agent}. */
  static @Nullable String origin(HydratedEvent event) {
    return FieldValue.text(event.event().attributes(), "origin");
  }

  /** Whether nothing says that it was not a human. */
  public static boolean did(HydratedEvent event) {
    return did(origin(event));
  }

  static boolean did(@Nullable String origin) {
    return origin == null || !OTHERS.contains(origin);
  }
}
