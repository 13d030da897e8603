package dev.housecount.testing;

import dev.housecount.policy.EffectivePolicy;
import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.Find;
import dev.housecount.scrub.detect.FindKind;
import dev.housecount.scrub.detect.Kind;
import java.util.List;
import java.util.Set;

/** The detectors as the default policy sets them up. */
public final class Detection {
  private static final Detectors DEFAULT = of(FindKind.DEFAULT);

  private Detection() {}

  public static Detectors of(Set<? extends Kind> kinds) {
    EffectivePolicy policy = Pipeline.POLICY;
    return new Detectors(kinds, policy.scrub().secretNames(), policy.scrub().phoneRegions());
  }

  public static List<Find> find(String text) {
    return DEFAULT.find(text);
  }

  /** Replaces what is found by default by the kinds' placeholders. */
  public static String scrub(String text) {
    return scrub(DEFAULT, text);
  }

  public static String scrub(Detectors detectors, String text) {
    StringBuilder scrubbed = new StringBuilder(text);
    List<Find> finds = detectors.find(text);
    for (int i = finds.size() - 1; i >= 0; i--) {
      Find find = finds.get(i);
      scrubbed.replace(find.start(), find.end(), find.kind().placeholder());
    }
    return scrubbed.toString();
  }
}
