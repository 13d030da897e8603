package dev.housecount.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which software recorded an event, as its batch says: {@code 0.2.0}, {@code 1.57.0-next.1}.
 *
 * @param module of the module that sent it; null where the batch names none
 * @param backstage of the portal's Backstage; null where the batch names none
 */
public record Versions(@Nullable String module, @Nullable String backstage) {
  /** Of batches that name none. */
  public static final Versions NONE = new Versions(null, null);

  /**
   * Numbers and the usual words only, since versions are stored as they are: no room for a name, an
   * address or the number of a card. At most 29 characters.
   */
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{1,4}\\.\\d{1,4}(\\.\\d{1,4})?"
              + "(-(nightly-20\\d{12}|(alpha|beta|canary|dev|next|pre|rc|snapshot)([.-]?\\d{1,4})?))?");

  /** What is no version becomes null: a batch is not refused for that. */
  public Versions {
    module = ifVersion(module);
    backstage = ifVersion(backstage);
  }

  private static @Nullable String ifVersion(@Nullable String text) {
    return text != null && FORM.matcher(text).matches() ? text : null;
  }
}
