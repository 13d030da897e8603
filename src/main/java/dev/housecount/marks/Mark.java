package dev.housecount.marks;

import java.util.Locale;

/** Why an event does not count. The codes are part of the API: new ones may come, none changes. */
public enum Mark {
  /** One page view was reported twice; the other report names more of the plugin, or is earlier. */
  DOUBLED_VISIT,
  /** The term is the beginning of one that was searched next: its user was still typing. */
  UNFINISHED_SEARCH,
  /** The term was searched a moment ago; another page, filter or type of its results was asked. */
  REPEATED_SEARCH;

  /** The code as it stands in an answer. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
