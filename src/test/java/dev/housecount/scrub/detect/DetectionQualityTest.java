package dev.housecount.scrub.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.testing.ScrubQuality;
import org.junit.jupiter.api.Test;

/** The promised figures, on another seed than the benchmark's. */
class DetectionQualityTest {
  @Test
  void everyKind_isFound_andLittleElse() {
    ScrubQuality quality = new ScrubQuality(7, 2_000);
    quality
        .scores()
        .forEach(
            (kind, score) -> {
              assertThat(score.recall())
                  .as("recall of " + kind + ": " + score.missed())
                  .isGreaterThanOrEqualTo(0.995);
              assertThat(score.precision()).as("precision of " + kind).isGreaterThanOrEqualTo(0.98);
            });
    assertThat(quality.destroyedShare())
        .as(quality.destroyed().toString())
        .isLessThanOrEqualTo(0.001);
  }
}
