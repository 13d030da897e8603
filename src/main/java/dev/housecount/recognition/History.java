package dev.housecount.recognition;

import dev.housecount.recognition.KnownPeople.Count;
import dev.housecount.recognition.KnownPeople.Jump;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a portal's days were like.
 *
 * @param last as of the last look
 * @param days oldest first; only those on which there was somebody
 */
record History(KnownPeople last, List<Day> days) {
  static final History NONE =
      new History(new KnownPeople(Instant.EPOCH, Count.NONE, null), List.of());

  /** What is longer ago says nothing of today. */
  static final Duration KEPT = Duration.ofDays(28);

  /** So many days that were well are what is usual. */
  static final int USUAL_DAYS = 7;

  History {
    days = List.copyOf(days);
  }

  /**
   * A day.
   *
   * @param count of the look at it that saw most people
   * @param jumped whether there was a jump at one of them
   */
  record Day(LocalDate date, Count count, boolean jumped) {}

  /** After another look. */
  History after(Count now, Instant at, LocalDate today) {
    Jump old = last.jump();
    Jump jump = jump(old, usual(today), now, at);
    boolean settled = old != null && jump == null && JumpRule.isOld(old, at);
    Day day = new Day(today, now, jump != null);
    return new History(new KnownPeople(at, now, jump), days(settled, day));
  }

  /** Whether nobody comes any more. */
  boolean isOver() {
    return days.isEmpty();
  }

  private static @Nullable Jump jump(@Nullable Jump old, Count usual, Count now, Instant at) {
    if (old != null) {
      return JumpRule.ends(old, now, at) ? null : old;
    }
    return JumpRule.begins(usual, now) ? new Jump(at, usual) : null;
  }

  /** What to compare with: the last days before this one that were well. */
  private Count usual(LocalDate today) {
    List<Day> well =
        days.stream()
            .filter(day -> !day.jumped() && day.date().isBefore(today))
            .filter(day -> day.count().people() >= JumpRule.FEWEST_PEOPLE)
            .toList();
    return well.subList(Math.max(0, well.size() - USUAL_DAYS), well.size()).stream()
        .map(Day::count)
        .reduce(Count.NONE, Count::plus);
  }

  /**
   * @param settled whether a jump has become what is usual: then the days since are the usual ones
   */
  private List<Day> days(boolean settled, Day now) {
    List<Day> next = new ArrayList<>();
    Day today = now;
    for (Day day : days) {
      boolean jumped = day.jumped() && !settled;
      if (day.date().equals(now.date())) {
        boolean more = now.count().people() >= day.count().people();
        today = new Day(now.date(), (more ? now : day).count(), jumped || now.jumped());
      } else if (day.date().isAfter(now.date().minusDays(KEPT.toDays()))) {
        next.add(new Day(day.date(), day.count(), jumped));
      }
    }
    if (today.count().people() > 0) {
      next.add(today);
    }
    return next;
  }
}
