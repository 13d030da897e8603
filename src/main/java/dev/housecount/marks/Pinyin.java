package dev.housecount.marks;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The syllables in which Chinese is typed with Latin letters. */
final class Pinyin {
  /** Initials, a colon, and the finals that go with them. */
  private static final String[] TABLE = {
    ":a ai an ang ao e ei en eng er o ou",
    "b p m f:a o ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "d t n l:a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un v ve ue",
    "g k h:a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x:i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh r z c s:i a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "y:a o e ao ou an in ang ing ong i u ue uan un",
    "w:a o ai ei an en ang eng u"
  };

  private static final Set<String> SYLLABLES = new HashSet<>();
  private static final Set<String> BEGINNINGS = new HashSet<>();
  private static final int LONGEST = 6;

  static {
    for (String line : TABLE) {
      String[] parts = line.split(":", -1);
      for (String initial : parts[0].split(" ", -1)) {
        Arrays.stream(parts[1].split(" ", -1)).map(initial::concat).forEach(SYLLABLES::add);
      }
    }
    for (String syllable : SYLLABLES) {
      for (int end = 1; end <= syllable.length(); end++) {
        BEGINNINGS.add(syllable.substring(0, end));
      }
    }
  }

  private Pinyin() {}

  /**
   * The fewest syllables that a text of small letters can be, the last one perhaps not typed to its
   * end; spaces and apostrophes stand between syllables only. -1 where it can be none.
   */
  static int syllables(String text) {
    int[] fewest = new int[text.length() + 1];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    fewest[0] = 0;
    for (int start = 0; start < text.length(); start++) {
      if (fewest[start] == Integer.MAX_VALUE) {
        continue;
      }
      if (text.charAt(start) == ' ' || text.charAt(start) == '\'') {
        fewest[start + 1] = Math.min(fewest[start + 1], fewest[start]);
      }
      for (int end = start + 1; end <= Math.min(text.length(), start + LONGEST); end++) {
        String part = text.substring(start, end);
        if (SYLLABLES.contains(part) || (end == text.length() && BEGINNINGS.contains(part))) {
          fewest[end] = Math.min(fewest[end], fewest[start] + 1);
        }
      }
    }
    int all = fewest[text.length()];
    return all == Integer.MAX_VALUE ? -1 : all;
  }
}
