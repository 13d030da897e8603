package dev.housecount.edge.policy;

import dev.housecount.keys.KeyedHash;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.scrub.FindReplacer;
import java.util.List;
import java.util.Set;

/** What the code makes pseudonyms of; a policy states it, and may not state anything else. */
final class PseudonymFacts {
  private record Fact(String name, String of, String domain, int bits) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact("user", "entity ref", Pseudonymizer.USER_DOMAIN, Pseudonymizer.BITS),
          new Fact("session", "session id", Pseudonymizer.SESSION_DOMAIN, Pseudonymizer.BITS),
          new Fact("task", "task id", Pseudonymizer.TASK_DOMAIN, Pseudonymizer.BITS),
          new Fact("find", "text in lower case", FindReplacer.DOMAIN, FindReplacer.BITS));

  private PseudonymFacts() {}

  static void check(Section stated) {
    stated.knowsOnly(FACTS.stream().map(Fact::name).toList());
    for (Fact fact : FACTS) {
      Section section = stated.section(fact.name);
      section.knowsOnly(Set.of("of", "hash", "domain", "bits"));
      check(section, "of", fact.of);
      check(section, "hash", KeyedHash.NAME);
      check(section, "domain", fact.domain);
      check(section, "bits", Integer.toString(fact.bits));
    }
  }

  private static void check(Section stated, String key, String fact) {
    if (!stated.text(key).equals(fact)) {
      throw stated.wrong(key, "is " + fact + " and cannot be changed; leave it out");
    }
  }

  static String yaml() {
    StringBuilder yaml = new StringBuilder("pseudonyms:\n");
    for (Fact fact : FACTS) {
      yaml.append(
          "  %s: {of: %s, hash: %s, domain: %s, bits: %d}\n"
              .formatted(fact.name, fact.of, KeyedHash.NAME, fact.domain, fact.bits));
    }
    return yaml.toString();
  }
}
