package dev.housecount.scrub.detect;

import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers by which states know people. A state's forms and checks stand in the class of its
 * region as the United Nations draw them (M49); what names them, in {@link Keywords}.
 */
final class NationalIds {
  private static final int MAX_DIGITS = 20;

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

  /** The forms that begin with so many digits; those that begin with a letter stand at 0. */
  private static final IdForm[][] BY_DIGITS = new IdForm[MAX_DIGITS][];

  static {
    for (int i = 0; i < MAX_DIGITS; i++) {
      int digits = i;
      BY_DIGITS[i] =
          ALL.stream().filter(form -> mayBegin(form, digits)).toArray(size -> new IdForm[size]);
    }
  }

  private NationalIds() {}

  /** The forms that may begin where so many digits stand. */
  static IdForm[] of(int digits) {
    return BY_DIGITS[Math.min(digits, MAX_DIGITS - 1)];
  }

  /** What a mask leaves open may be one digit more. */
  private static boolean mayBegin(IdForm form, int digits) {
    int ahead = form.digitsAhead();
    boolean open = ahead > 0 && ahead < form.mask().length() && form.mask().charAt(ahead) == 'X';
    return digits == ahead || (open && digits > ahead);
  }
}
