package dev.housecount.scrub;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.housecount.event.FieldValue;
import dev.housecount.event.Pseudonym;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.scrub.FindRule.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scrubs an event's attributes or context. */
final class FieldScrubber {
  /** One run of a template, whoever started it; its pages are cut by the policy's paths. */
  private static final String TASK = "taskId";

  private static final FieldValue SECRET = new FieldValue.Text("<secret>");

  /** What a key's name alone says of its value. */
  private record KeyRule(boolean dropped, boolean secret) {}

  private final ScrubPolicy policy;

  /** Of the keys that the policy's lists name, as nearly all are that come. */
  private final Map<String, KeyRule> known;

  private final TextScrubber texts;
  private final FindReplacer finds;
  private final People people;
  private final Pseudonymizer pseudonymizer;

  FieldScrubber(
      ScrubPolicy policy,
      TextScrubber texts,
      FindReplacer finds,
      People people,
      Pseudonymizer pseudonymizer) {
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
    this.pseudonymizer = pseudonymizer;
  }

  /**
   * @param allowed what is kept of the outermost keys
   * @param dropped called for everything that is dropped, at any depth
   */
  Map<String, FieldValue> scrub(
      Map<String, FieldValue> fields, AllowList allowed, Surrounding around, Runnable dropped) {
    return fields.isEmpty() ? Map.of() : new Run(around, dropped).scrub(fields, allowed);
  }

  /**
   * A value that is no event's, of a key that an operator names; null when it is not to be kept.
   */
  @Nullable FieldValue value(String key, FieldValue value) {
    Surrounding around = new Surrounding(Place.ATTRIBUTES, EventPeople.NOBODY, new BatchNotes());
    return rule(key).secret ? SECRET : new Run(around, () -> {}).value(FieldKeys.of(key), value);
  }

  private KeyRule rule(String key) {
    KeyRule rule = known.get(key);
    return rule == null ? judge(key) : rule;
  }

  private KeyRule judge(String key) {
    return new KeyRule(policy.never().has(key), policy.secretNames().isSecret(key));
  }

  private static @Nullable FieldValue kept(@Nullable String scrubbed) {
    return scrubbed == null || FindReplacer.isDropped(scrubbed)
        ? null
        : new FieldValue.Text(scrubbed);
  }

  /** A record of the catalog, as {@code teamMetadata} is one; of a person, as likely as not. */
  private static boolean isEntity(Map<String, FieldValue> fields) {
    return fields.keySet().containsAll(Set.of("apiVersion", "kind", "metadata"));
  }

  /** Scrubs the attributes or the context of one event. */
  private final class Run {
    private final Surrounding around;
    private final EventPeople named;
    private final Runnable dropped;

    Run(Surrounding around, Runnable dropped) {
      this.around = around;
      this.named = around.named();
      this.dropped = dropped;
    }

    Map<String, FieldValue> scrub(Map<String, FieldValue> fields, AllowList allowed) {
      boolean entity = FieldKeys.nameEntity(fields);
      String person = entity ? people.routeName(fields) : null;
      Map<String, FieldValue> kept = new LinkedHashMap<>();
      for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
        String key = field.getKey();
        String name = allowed.keeps(key) ? name(key, allowed) : null;
        FieldValue scrubbed =
            name == null
                ? null
                : person != null && key.equals("name")
                    ? new FieldValue.Text(person)
                    : allowed(key, FieldKeys.of(key, entity), field.getValue());
        if (name == null || scrubbed == null) {
          dropped.run();
        } else {
          kept.put(name, scrubbed);
        }
      }
      return kept;
    }

    /** Null for a key under which nothing is kept. What a list names is no person's. */
    private @Nullable String name(String key, AllowList allowed) {
      if (rule(key).dropped) {
        return null;
      }
      if (allowed.keys().contains(key)) {
        return key;
      }
      String name = named.inText(texts.text(key, Place.KEYS));
      return FindReplacer.isDropped(name) ? null : name;
    }

    private @Nullable FieldValue allowed(String key, FieldKeys.Kind kind, FieldValue value) {
      if (key.equals(TASK)) {
        return task(value);
      }
      return rule(key).secret ? SECRET : value(kind, value);
    }

    /** Null when it is no id. */
    private @Nullable FieldValue task(FieldValue value) {
      if (!(value instanceof FieldValue.Text text) || text.value().isBlank()) {
        return null;
      }
      String id = text.value();
      return Pseudonym.isPseudonym(id) ? text : new FieldValue.Text(pseudonymizer.task(id).value());
    }

    /** Null when the value is not to be kept. */
    private @Nullable FieldValue value(FieldKeys.Kind key, FieldValue value) {
      if (value instanceof FieldValue.Text text) {
        return kept(text(key, text.value()));
      }
      if (value instanceof FieldValue.Num num) {
        String found = finds.scrub(num.value());
        return found == null ? num : kept(found);
      }
      if (value instanceof FieldValue.Items items) {
        return new FieldValue.Items(items(key, items));
      }
      if (value instanceof FieldValue.Fields fields) {
        return isEntity(fields.values())
            ? null
            : new FieldValue.Fields(scrub(fields.values(), AllowList.ALL));
      }
      return value;
    }

    private List<FieldValue> items(FieldKeys.Kind key, FieldValue.Items items) {
      List<FieldValue> scrubbed = new ArrayList<>();
      for (FieldValue item : items.values()) {
        FieldValue kept = value(key, item);
        if (kept == null) {
          dropped.run();
        } else {
          scrubbed.add(kept);
        }
      }
      return scrubbed;
    }

    private @Nullable String text(FieldKeys.Kind key, String sent) {
      return switch (key) {
        case ADDRESS, ORIGIN -> named.inAddress(texts.url(sent, around.place()));
        case REST -> named.inAddress(texts.rest(sent, around.place()));
        case REF -> texts.ref(sent, around.place());
        case ID -> named.inText(texts.text(sent, around));
        case OTHER -> texts.words(sent, around);
      };
    }
  }
}
