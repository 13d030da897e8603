package dev.housecount.scrub;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.housecount.event.FieldValue;
import dev.housecount.scrub.FindRule.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scrubs an event's attributes or context. */
final class FieldScrubber {
  /** Keys whose value is a URL or path whatever it looks like. */
  private static final Set<String> URL_KEYS =
      Set.of("to", "href", "url", "uri", "path", "pathname", "link", "from", "referrer");

  private static final FieldValue SECRET = new FieldValue.Text("<secret>");

  /** What a key's name alone says of its value. */
  private record KeyRule(boolean dropped, boolean secret, boolean url) {}

  private final ScrubPolicy policy;

  /** Of the keys that the policy's lists name, as nearly all are that come. */
  private final Map<String, KeyRule> known;

  private final TextScrubber texts;
  private final FindReplacer finds;
  private final People people;

  FieldScrubber(ScrubPolicy policy, TextScrubber texts, FindReplacer finds, People people) {
    this.policy = policy;
    this.known =
        Stream.concat(Stream.of(policy.standard()), policy.byAction().values().stream())
            .flatMap(rule -> Stream.of(rule.attributes(), rule.context()))
            .flatMap(list -> list.keys().stream())
            .distinct()
            .collect(toUnmodifiableMap(key -> key, this::judge));
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
    if (fields.isEmpty()) {
      return Map.of();
    }
    String person = people.routeName(fields);
    Map<String, FieldValue> kept = new LinkedHashMap<>();
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      String key = field.getKey();
      // What a list names is known to be no person's.
      String name = allowed.keys().contains(key) ? key : texts.text(key, Place.KEYS);
      KeyRule rule = rule(key);
      FieldValue scrubbed = null;
      if (allowed.keeps(key) && !rule.dropped && !FindReplacer.isDropped(name)) {
        scrubbed =
            person != null && key.equals("name")
                ? new FieldValue.Text(person)
                : field(rule, field.getValue(), place, dropped);
      }
      if (scrubbed == null) {
        dropped.run();
      } else {
        kept.put(name, scrubbed);
      }
    }
    return kept;
  }

  private KeyRule rule(String key) {
    KeyRule rule = known.get(key);
    return rule == null ? judge(key) : rule;
  }

  private KeyRule judge(String key) {
    return new KeyRule(
        policy.never().has(key),
        policy.secretNames().isSecret(key),
        URL_KEYS.contains(key.toLowerCase(Locale.ROOT)));
  }

  /** Null when the value is not to be kept. */
  private @Nullable FieldValue field(
      KeyRule rule, FieldValue value, Place place, Runnable dropped) {
    if (rule.secret) {
      return SECRET;
    }
    if (value instanceof FieldValue.Text text) {
      return kept(rule.url ? texts.url(text.value(), place) : texts.text(text.value(), place));
    }
    if (value instanceof FieldValue.Num num) {
      String found = finds.scrub(num.value());
      return found == null ? num : kept(found);
    }
    if (value instanceof FieldValue.Items items) {
      List<FieldValue> scrubbed = new ArrayList<>();
      for (FieldValue item : items.values()) {
        FieldValue kept = field(rule, item, place, dropped);
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

  private static @Nullable FieldValue kept(String scrubbed) {
    return FindReplacer.isDropped(scrubbed) ? null : new FieldValue.Text(scrubbed);
  }

  /** A record of the catalog, as {@code teamMetadata} is one; of a person, as likely as not. */
  private static boolean isEntity(Map<String, FieldValue> fields) {
    return fields.keySet().containsAll(Set.of("apiVersion", "kind", "metadata"));
  }
}
