package dev.housecount.insights;

import java.util.ArrayList;
import java.util.List;

/** What whoever reads figures should know of where they come from. */
final class Notes {
  static final String NO_CATALOG =
      "There is no catalog: nobody knows who could use the portal, nor who is in which team.";
  static final String NO_BACKEND =
      "The backend tells nothing of templates' tasks: outcomes are unknown, and time is saved by every run that was begun.";

  static final String NO_DOCUMENTATION =
      "The catalog does not say which entities have documentation: let housecount.catalog.capture-entity-fields name metadata.annotations.backstage.io/techdocs-ref.";

  private Notes() {}

  /**
   * @param runs whether runs of templates are among the figures
   */
  static List<String> of(View view, boolean runs) {
    List<String> notes = new ArrayList<>();
    if (view.census() == null) {
      notes.add(NO_CATALOG);
    }
    if (runs && !view.backend()) {
      notes.add(NO_BACKEND);
    }
    return notes;
  }
}
