package dev.housecount.insights;

import static dev.housecount.insights.Portal.fortnight;
import static dev.housecount.insights.Portal.limited;
import static dev.housecount.insights.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far people get in forms. */
class TemplateStepsTest {
  private static final String SERVICE = "template:default/service";
  private static final String FORM = "/create/templates/default/";
  private static final String MONDAY = "2026-11-23T10:00:00Z";
  private static final String TUESDAY = "2026-11-24T10:00:00Z";

  private static final Question STEPS = with(fortnight(), Parameter.STEPS);

  private final Portal portal = new Portal();

  @Test
  void steps_asFarAsAnybodyKnows() {
    portal.catalog.entity(SERVICE, "service", "group:default/red", 30.0);
    portal
        .visits("ann", FORM + "service", MONDAY)
        .visits("bob", FORM + "service", TUESDAY)
        .visits("cyd", FORM + "service", TUESDAY)
        .submitted("ann", "t1", 4, SERVICE, "2026-11-23T10:05:00Z")
        .submitted("bob", "t2", 3, SERVICE, "2026-11-24T10:05:00Z")
        .task("bob", "by-a-script", "open", SERVICE, "2026-11-24T12:00:00Z");
    assertThat(rows(STEPS))
        .containsExactly(
            SERVICE + " Title of service group:default/red 1 3",
            SERVICE + " Title of service group:default/red 2 null",
            SERVICE + " Title of service group:default/red 3 2");
  }

  @Test
  void steps_whereNoRunTellsHowMany_areTheFirst() {
    portal.visits("ann", FORM + "service", MONDAY).created("ann", "t1", null, SERVICE, TUESDAY);
    assertThat(rows(STEPS)).containsExactly(SERVICE + " null null 1 1");
  }

  @Test
  void steps_ofATemplate_areShownAllOrNone() {
    portal
        .visits("ann", FORM + "service", MONDAY)
        .visits("bob", FORM + "service", MONDAY)
        .submitted("ann", "t1", 3, SERVICE, TUESDAY)
        .visits("ann", FORM + "docs", MONDAY);
    assertThat(rows(limited(STEPS, 2, null)))
        .containsExactly("template:default/docs null null 1 1", "other null null 1 2");
    assertThat(rows(limited(STEPS, 4, "step"))).first().isEqualTo(SERVICE + " null null 3 1");
  }

  @Test
  void steps_ofFewPeople_areAmongTheOthers() {
    portal.hidingFewerThan(5);
    portal.visits("ann", FORM + "service", MONDAY).submitted("ann", "t1", 2, SERVICE, TUESDAY);
    for (String user : List.of("a", "b", "c", "d", "e")) {
      portal.visits(user, FORM + "docs", MONDAY);
    }
    // With one row of few people alone, the rest would tell of them.
    assertThat(rows(STEPS)).containsExactly("other null null 1 6");
    for (String user : List.of("a", "b", "c", "d")) {
      portal.visits(user, FORM + "service", TUESDAY);
    }
    assertThat(rows(STEPS)).hasSize(3).contains(SERVICE + " null null 2 1");
  }

  private List<String> rows(Question question) {
    return Portal.lines(portal.table("templates", question));
  }
}
