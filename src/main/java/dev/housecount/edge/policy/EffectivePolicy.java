package dev.housecount.edge.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.edge.policy.PolicyContent.ActionContent;
import dev.housecount.event.PolicyVersion;
import dev.housecount.scrub.ActionRule;
import dev.housecount.scrub.KeyNames;
import dev.housecount.scrub.ScrubPolicy;
import dev.housecount.scrub.detect.PhoneRegions;
import dev.housecount.scrub.detect.SecretNames;
import dev.housecount.store.InsightsRetention;
import dev.housecount.store.RetentionPolicy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** The policy that holds: the defaults with all overrides. */
public final class EffectivePolicy {
  private static final int HASH_CHARACTERS = 4;

  private final PolicyContent content;
  private final ActionContent standard;
  private final Map<String, ActionContent> byAction;

  EffectivePolicy(PolicyContent content) {
    this.content = content;
    this.byAction = new HashMap<>(content.actions());
    this.standard = Objects.requireNonNull(byAction.remove(PolicyReader.ALL));
  }

  /** The policy's own number and a hash of its content: other content, another version. */
  public PolicyVersion version() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(yaml().getBytes(UTF_8));
      String hex = HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
      return new PolicyVersion(content.number() + "." + hex);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What scrubbing works by. */
  public ScrubPolicy scrub() {
    Map<String, ActionRule> rules = new HashMap<>();
    byAction.forEach((action, rule) -> rules.put(action, rule.rule()));
    return new ScrubPolicy(
        version(),
        rules,
        standard.rule(),
        content.finds(),
        new KeyNames(content.never()),
        new SecretNames(content.secretKeys()),
        new PhoneRegions(content.phoneRegions()),
        content.paths());
  }

  /** How long events are kept. */
  public RetentionPolicy retention() {
    Map<String, Duration> periods = new HashMap<>();
    byAction.forEach((action, rule) -> periods.put(action, Duration.ofDays(rule.days())));
    return new RetentionPolicy(Duration.ofDays(standard.days()), periods);
  }

  /** How long what is computed of events is kept. */
  public InsightsRetention insights() {
    return new InsightsRetention(
        Duration.ofDays(content.insights().people().orElse(content.longest())),
        Duration.ofDays(content.insights().counts()));
  }

  /** All of it as YAML, in a fixed order. */
  public String yaml() {
    return PolicyText.yaml(content);
  }

  /** What is kept and for how long, as a table in Markdown. */
  public String table() {
    return PolicyText.table(content);
  }
}
