package dev.housecount.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The values that were used last, up to a weight in all. Safe for concurrent use. */
final class Recent<V> {
  private static final float LOAD = 0.75f;

  private final LinkedHashMap<String, V> values = new LinkedHashMap<>(16, LOAD, true);
  private final int most;
  private final ToIntFunction<V> weight;
  private int weighs;

  Recent(int most, ToIntFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  synchronized @Nullable V get(String key) {
    return values.get(key);
  }

  synchronized void put(String key, V value) {
    V before = values.put(key, value);
    weighs += weight.applyAsInt(value) - (before == null ? 0 : weight.applyAsInt(before));
    var eldest = values.entrySet().iterator();
    while (weighs > most && values.size() > 1) {
      Map.Entry<String, V> next = eldest.next();
      weighs -= weight.applyAsInt(next.getValue());
      eldest.remove();
    }
  }
}
