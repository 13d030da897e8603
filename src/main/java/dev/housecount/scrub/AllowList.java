package dev.housecount.scrub;

import java.util.Set;

/**
 * The keys that are kept. A name alone cannot be detected in free text, so what is not known is not
 * stored.
 *
 * @param all whether every key is kept, whatever the set says
 */
public record AllowList(boolean all, Set<String> keys) {
  /** Keeps everything that passes the detectors. */
  public static final AllowList ALL = new AllowList(true, Set.of());

  public AllowList {
    keys = Set.copyOf(keys);
  }

  /** Keeps these and nothing else. */
  public static AllowList of(Set<String> keys) {
    return new AllowList(false, keys);
  }

  boolean keeps(String key) {
    return all || keys.contains(key);
  }
}
