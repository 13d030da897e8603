package dev.housecount.scrub.detect;

import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers by which states know people. A state's forms and checks stand in the class of its
 * region as the United Nations draw them (M49); what names them, in {@link Keywords}.
 */
final class NationalIds {
  private static final int MAX_RUN = 20;

  private static final List<IdForm> ALL =
      Stream.of(
              NorthernEurope.forms(),
              WesternEurope.forms(),
              SouthernEurope.forms(),
              EasternEurope.forms(),
              Americas.forms(),
              Asia.forms(),
              AfricaAndOceania.forms())
          .flatMap(forms -> forms)
          .toList();

  private static final IdForm[][] BY_DIGITS = byRun(true);
  private static final IdForm[][] BY_LETTERS = byRun(false);

  private NationalIds() {}

  private static IdForm[][] byRun(boolean digits) {
    IdForm[][] forms = new IdForm[MAX_RUN][];
    for (int i = 0; i < MAX_RUN; i++) {
      int run = i;
      forms[i] =
          ALL.stream().filter(form -> form.mayBegin(run, digits)).toArray(size -> new IdForm[size]);
    }
    return forms;
  }

  /** The forms that may begin where so many digits stand. */
  static IdForm[] ofDigits(int run) {
    return BY_DIGITS[Math.min(run, MAX_RUN - 1)];
  }

  /** The forms that may begin where so many letters stand. */
  static IdForm[] ofLetters(int run) {
    return BY_LETTERS[Math.min(run, MAX_RUN - 1)];
  }
}
