package dev.housecount.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What went on lately, by a key. Times only go forward.
 *
 * @param <K> tells one from the other
 * @param <V> what goes on
 */
final class Recent<K, V> {
  /** The one that was touched longest ago is the first. */
  private final Map<K, V> values = new LinkedHashMap<>();

  private final Duration silence;
  private final Function<V, Instant> last;
  private final Consumer<V> over;

  /**
   * @param silence after more of it something is over
   * @param last when it was touched last
   * @param over told what is over
   */
  Recent(Duration silence, Function<V, Instant> last, Consumer<V> over) {
    this.silence = silence;
    this.last = last;
    this.over = over;
  }

  /** What goes on under a key; null when nothing does. */
  @Nullable V get(K key) {
    return values.get(key);
  }

  /** Notes what was touched just now, in the place of what is there. */
  void touch(K key, V value) {
    values.remove(key);
    values.put(key, value);
  }

  /** Ends whatever nothing can touch any more at a time, or later. */
  void reach(Instant time) {
    Iterator<V> oldest = values.values().iterator();
    while (oldest.hasNext()) {
      V value = oldest.next();
      if (!last.apply(value).plus(silence).isBefore(time)) {
        return;
      }
      oldest.remove();
      over.accept(value);
    }
  }
}
