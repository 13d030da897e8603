package dev.housecount.insights;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be answered of the time of which the people are forgotten. */
@FunctionalInterface
public interface Older {
  /** For whom there is no such time. */
  Older NOTHING = (report, question, live) -> null;

  /**
   * Answers what nobody can be asked any more.
   *
   * @param live answers what is about a time of which people are known
   * @return null where all of the question is about that
   * @throws NotKeptException when it cannot be answered exactly
   */
  @Nullable Answer answer(Report report, Question question, Function<Question, Answer> live);
}
