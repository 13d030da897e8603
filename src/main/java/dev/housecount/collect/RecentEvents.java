package dev.housecount.collect;

import dev.housecount.event.FieldValue;
import dev.housecount.event.HydratedEvent;
import dev.housecount.event.ScrubbedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Remembers the newest events of this instance, to count duplicates by. Another instance's, and
 * those before {@link #MOST} others, are not recognised: the count is a lower bound. What is shown
 * once is decided when it is read. Safe for concurrent use.
 */
final class RecentEvents {
  /** How many are remembered: about 2 MB. */
  static final int MOST = 10_000;

  /** Odd and without a pattern in its bits. */
  private static final int MIX = 0x9e3779b1;

  private final Map<Key, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers the events; returns how many were known, also from their own list. */
  synchronized int add(List<HydratedEvent> events) {
    int duplicates = 0;
    for (HydratedEvent event : events) {
      int content = content(event.event());
      Key key = new Key(event.portal(), event.event().id().value(), content);
      duplicates += known.put(key, true) == null ? 0 : 1;
    }
    return duplicates;
  }

  /** Tells events of one id apart that do not say the same; equal in any order of their keys. */
  private static int content(ScrubbedEvent event) {
    int fields = 31 * content(event.attributes()) + content(event.context());
    return 31 * Objects.hash(event.action(), event.subject(), event.value()) + fields;
  }

  /** Not as a map does, for which a value that is its own key counts nothing. */
  private static int content(Map<String, FieldValue> fields) {
    int content = fields.size();
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      content += MIX * (31 * field.getKey().hashCode() + field.getValue().hashCode());
    }
    return content;
  }

  private record Key(String portal, String id, int content) {}
}
