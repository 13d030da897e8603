package dev.housecount.scrub;

import dev.housecount.event.FieldValue;
import dev.housecount.scrub.FindRule.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scrubs an event's attributes or context. */
final class FieldScrubber {
  /** Keys whose value is a URL or path whatever it looks like. */
  private static final Set<String> URL_KEYS =
      Set.of("to", "href", "url", "uri", "path", "pathname", "link", "from", "referrer");

  private static final FieldValue SECRET = new FieldValue.Text("<secret>");

  private final ScrubPolicy policy;
  private final TextScrubber texts;
  private final FindReplacer finds;
  private final People people;

  FieldScrubber(ScrubPolicy policy, TextScrubber texts, FindReplacer finds, People people) {
    this.policy = policy;
    this.texts = texts;
    this.finds = finds;
    this.people = people;
  }

  /**
   * @param allowed what is kept of the outermost keys
   * @param dropped called for everything that is dropped, at any depth
   */
  Map<String, FieldValue> scrub(
      Map<String, FieldValue> fields, AllowList allowed, Place place, Runnable dropped) {
    String person = people.routeName(fields);
    Map<String, FieldValue> kept = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          // What a list names is known to be no person's.
          String name = allowed.keys().contains(key) ? key : texts.text(key, Place.KEYS);
          boolean known = allowed.keeps(key) && !policy.never().has(key);
          FieldValue scrubbed = null;
          if (known && !FindReplacer.isDropped(name)) {
            scrubbed =
                person != null && key.equals("name")
                    ? new FieldValue.Text(person)
                    : field(key, value, place, dropped);
          }
          if (scrubbed == null) {
            dropped.run();
          } else {
            kept.put(name, scrubbed);
          }
        });
    return kept;
  }

  /** Null when the value is not to be kept. */
  private @Nullable FieldValue field(String key, FieldValue value, Place place, Runnable dropped) {
    if (policy.secretKeys().hasEndOf(key)) {
      return SECRET;
    }
    if (value instanceof FieldValue.Text text) {
      return text(key, text.value(), place);
    }
    if (value instanceof FieldValue.Num num) {
      String found = finds.scrub(num.value());
      return found == null ? num : kept(found);
    }
    if (value instanceof FieldValue.Items items) {
      List<FieldValue> scrubbed = new ArrayList<>();
      for (FieldValue item : items.values()) {
        FieldValue kept = field(key, item, place, dropped);
        if (kept == null) {
          dropped.run();
        } else {
          scrubbed.add(kept);
        }
      }
      return new FieldValue.Items(scrubbed);
    }
    if (value instanceof FieldValue.Fields fields) {
      return isEntity(fields.values())
          ? null
          : new FieldValue.Fields(scrub(fields.values(), AllowList.ALL, place, dropped));
    }
    return value;
  }

  private @Nullable FieldValue text(String key, String text, Place place) {
    boolean url = URL_KEYS.contains(key.toLowerCase(Locale.ROOT));
    return kept(url ? texts.url(text, place) : texts.text(text, place));
  }

  private static @Nullable FieldValue kept(String scrubbed) {
    return FindReplacer.isDropped(scrubbed) ? null : new FieldValue.Text(scrubbed);
  }

  /** A record of the catalog, as {@code teamMetadata} is one; of a person, as likely as not. */
  private static boolean isEntity(Map<String, FieldValue> fields) {
    return fields.keySet().containsAll(Set.of("apiVersion", "kind", "metadata"));
  }
}
