package dev.housecount.edge.http.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.counts.CountedPortal;
import dev.housecount.edge.http.problem.ProblemException;
import dev.housecount.insights.Insights;
import dev.housecount.insights.Question;
import org.junit.jupiter.api.Test;

class NotKeptTest {
  @Test
  void whatIsNotKept_isAProblem_thatSaysWhatIs() {
    CountedPortal portal = new CountedPortal();
    portal.live(110);
    Question tenDays = CountedPortal.question("2026-01-10", "2026-01-20", null);
    Insights insights = portal.insights(1);
    assertThatThrownBy(
            () ->
                InsightsResource.answer(
                    insights, Insights.report("plugins").orElseThrow(), tenDays))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().toString())
                    .contains("400", "not-kept", "calendar months", "active-users"));
  }
}
