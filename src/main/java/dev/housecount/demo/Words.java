package dev.housecount.demo;

import java.util.List;
import java.util.Locale;

/** What things and people are called. */
final class Words {
  static final List<String> DEPARTMENTS =
      words("payments retail logistics platform data mobile risk growth");
  static final List<String> AREAS =
      words("customers partners operations foundations insights tools");
  static final List<String> TEAMS =
      words(
          "core checkout ledger gateway billing settlement pricing inventory shipping returns"
              + " onboarding identity fraud reporting scheduling search content messaging audit media");
  static final List<String> PARTS =
      words("service api worker web gateway events library batch proxy console");
  static final List<String> CHAPTERS =
      words("getting-started architecture runbook api deployment testing faq security glossary");
  static final List<String> FIRST_NAMES =
      words(
          "Ada Bela Cleo Dario Edda Farid Greta Hugo Ines Jonas Kira Leon Mona Nils Olga Pavel Quinn"
              + " Rosa Samir Tara Umar Vera Wim Xenia Yara Zeno Anil Bina Chen Devi Elif Finn Gita Hana");
  static final List<String> LAST_NAMES =
      words(
          "Abel Berg Cole Dorn Ebert Falk Grimm Hale Iyer Jansen Kumar Lang Moser Nair Oster Pohl"
              + " Quast Rao Stein Thorn Unger Vogt Weiss Yilmaz Zander Arora Brandt Chopra Drew Engel"
              + " Frost Gupta Hart Ibsen Joshi Keller Lenz Mehta Noll Orton Patel Reuter Shah Tamm");

  private Words() {}

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** {@code payments-core} as {@code Payments Core}. */
  static String title(String name) {
    StringBuilder title = new StringBuilder();
    for (String word : name.split("-", -1)) {
      title.append(title.length() == 0 ? "" : " ");
      title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return title.toString();
  }
}
