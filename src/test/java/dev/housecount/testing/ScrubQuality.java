package dev.housecount.testing;

import dev.housecount.scrub.detect.Detectors;
import dev.housecount.scrub.detect.Find;
import dev.housecount.scrub.detect.FindKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Counts what the detectors find of a corpus, and what they find besides. */
public final class ScrubQuality {
  private static final int EXAMPLES = 5;

  /** Counts of one kind. */
  public static final class Score {
    private int planted;
    private int covered;
    private int right;
    private int wrong;
    private final List<String> missed = new ArrayList<>();

    /** How much of what was planted is wholly covered by finds of its kind. */
    public double recall() {
      return covered / (double) planted;
    }

    /** How many of the finds of this kind lie on a planted value of this kind. */
    public double precision() {
      return right / (double) Math.max(1, right + wrong);
    }

    /** Some of what was missed: synthetic. */
    public List<String> missed() {
      return missed;
    }
  }

  private final Detectors all = Detection.of(EnumSet.allOf(FindKind.class));
  private final Detectors standard = Detection.of(FindKind.DEFAULT);
  private final Map<FindKind, Score> scores = new EnumMap<>(FindKind.class);
  private final List<String> destroyed = new ArrayList<>();
  private int clean;

  /** Reads so many texts of each kind, and ten times as many clean ones. */
  public ScrubQuality(long seed, int texts) {
    for (FindKind kind : FindKind.values()) {
      scores.put(kind, new Score());
    }
    ScrubCorpus corpus = new ScrubCorpus(seed);
    for (FindKind kind : FindKind.values()) {
      for (int i = 0; i < texts; i++) {
        read(corpus.planted(kind), all);
      }
    }
    PortalWords words = new PortalWords(seed);
    for (int i = 0; i < texts * 10; i++) {
      read(words.clean(), standard);
    }
  }

  private void read(PlantedText planted, Detectors detectors) {
    List<Find> finds = detectors.find(planted.text());
    for (Find find : finds) {
      boolean right =
          find.kind() == planted.kind()
              && find.start() < planted.end()
              && find.end() > planted.start();
      Score score = scores.get((FindKind) find.kind());
      score.right += right ? 1 : 0;
      score.wrong += right ? 0 : 1;
    }
    if (planted.kind() == null) {
      clean++;
      if (!finds.isEmpty()) {
        destroyed.add(planted.text());
      }
      return;
    }
    Score score = scores.get(planted.kind());
    boolean covered =
        finds.stream()
            .anyMatch(
                f ->
                    f.kind() == planted.kind()
                        && f.start() <= planted.start()
                        && f.end() >= planted.end());
    score.planted++;
    score.covered += covered ? 1 : 0;
    if (!covered && score.missed.size() < EXAMPLES) {
      score.missed.add(planted.text() + " " + finds);
    }
  }

  public Map<FindKind, Score> scores() {
    return scores;
  }

  /** The share of clean texts in which something was found. */
  public double destroyedShare() {
    return destroyed.size() / (double) clean;
  }

  public List<String> destroyed() {
    return destroyed;
  }
}
