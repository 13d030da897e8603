package dev.housecount.scrub.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the finders found in one text, in no order, until {@link #inOrder} sorts it out. */
final class Finds {
  /** So often is looked for one expression; the rest of such a text counts as found. */
  private static final int MAX_MATCHES = 200;

  private final Set<? extends Kind> wanted;
  private final List<Find> found = new ArrayList<>();

  /** Looks for one family of kinds. */
  interface Finder {
    /**
     * Adds what it finds, in any order. Linear in the length of the text: what is looked at for one
     * start is bounded, or is not looked at again for another.
     */
    void find(String text, Finds finds);
  }

  /** Says whether what an expression matched is one. */
  interface Check {
    boolean holds(String text, int start, int end);
  }

  Finds(Set<? extends Kind> wanted) {
    this.wanted = wanted;
  }

  void add(Kind kind, int start, int end) {
    if (wanted.contains(kind) || kind == FindKind.UUID) {
      found.add(new Find(kind, start, end));
    }
  }

  /** Adds every match, or that group of it, for which the check holds. */
  void addAll(Kind kind, Pattern pattern, int group, String text, Check check) {
    Matcher matcher = pattern.matcher(text);
    for (int i = 0; matcher.find(); i++) {
      int start = matcher.start(group);
      if (i == MAX_MATCHES) {
        add(kind, start, text.length());
        return;
      }
      if (matcher.end(group) > start && check.holds(text, start, matcher.end(group))) {
        add(kind, start, matcher.end(group));
      }
    }
  }

  boolean wants(Kind kind) {
    return wanted.contains(kind);
  }

  int size() {
    return found.size();
  }

  /**
   * The text with what was found as it looks when it is replaced, in the same length: what stood
   * beside a find and was glued to it may now be one itself.
   */
  String masked(String text) {
    char[] masked = text.toCharArray();
    for (Find find : found) {
      Arrays.fill(masked, find.start(), find.end(), 'x');
      masked[find.end() - 1] = '>';
      masked[find.start()] = '<';
    }
    return new String(masked);
  }

  /**
   * Without overlaps: of two that overlap, one takes the place of both, so that no part of either
   * stays. Digits inside a UUID are part of it, also where UUIDs are not looked for.
   */
  List<Find> inOrder(Reading reading) {
    found.sort(Comparator.comparingInt(Find::start).thenComparing(find -> find.kind().rank()));
    List<Find> kept = new ArrayList<>(found.size());
    Find last = null;
    for (Find next : found) {
      if (last == null || next.start() >= last.end()) {
        keep(last, kept, reading);
        last = next;
      } else {
        last = merge(last, next);
      }
    }
    keep(last, kept, reading);
    return kept;
  }

  private void keep(@Nullable Find find, List<Find> kept, Reading reading) {
    if (find != null && wanted.contains(find.kind())) {
      int start = reading.sourceStart(find.start());
      kept.add(new Find(find.kind(), start, reading.sourceEnd(find.end())));
    }
  }

  private static Find merge(Find a, Find b) {
    if (a.kind() == FindKind.URL_CREDENTIALS && b.kind() == FindKind.EMAIL) {
      return a; // A password and a host only look like an address; the host stays.
    }
    Kind kind = a.kind().rank() <= b.kind().rank() ? a.kind() : b.kind();
    return new Find(kind, Math.min(a.start(), b.start()), Math.max(a.end(), b.end()));
  }
}
