package dev.housecount.edge.http.catalog;

import dev.housecount.edge.http.page.QueryParameters;
import dev.housecount.edge.http.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is pushed: a page, or that all pages of a generation were.
 *
 * @param page from 1 on; null where the generation is complete
 * @param pages how many there are; null for a page
 * @param empty whether a generation without an entity is meant
 */
record PushParameters(
    String portal,
    String generation,
    @Nullable Integer page,
    @Nullable Integer pages,
    boolean empty) {
  /** As many pages make a catalog of 10 GB. */
  static final int MAX_PAGES = 10_000;

  private static final Pattern GENERATION = Pattern.compile("[A-Za-z0-9._:+-]{1,100}");

  private static final String PORTAL = "portal";
  private static final String NAME = "generation";
  private static final String PAGE = "page";
  private static final String COMPLETE = "complete";
  private static final String PAGES = "pages";
  private static final String EMPTY = "empty";

  /**
   * @param ownPortal of whoever pushes
   * @throws dev.housecount.edge.http.problem.ProblemException 400, and 403 for another portal
   */
  static PushParameters parse(Map<String, List<String>> given, String ownPortal) {
    Parameters parameters =
        new Parameters("POST /catalog", given, List.of(PORTAL, NAME, PAGE, COMPLETE, PAGES, EMPTY));
    String portal = parameters.text(PORTAL);
    if (portal != null && !portal.equals(ownPortal)) {
      throw Problem.of(
              403,
              "other-portal",
              "The token is of another portal",
              "Name the portal of the token, or none.")
          .asException();
    }
    String generation = generation(parameters.text(NAME));
    return parameters.flag(COMPLETE)
        ? complete(parameters, ownPortal, generation)
        : page(parameters, ownPortal, generation);
  }

  /** A plus sign that was not encoded arrives as a space. */
  private static String generation(@Nullable String text) {
    String name = text == null ? "" : text.replace(' ', '+');
    if (!GENERATION.matcher(name).matches()) {
      throw QueryParameters.bad(
          "\"generation\" names what is pushed, with 1 to 100 of A-Z, a-z, 0-9 and ._:+-");
    }
    return name;
  }

  private static PushParameters page(Parameters parameters, String portal, String generation) {
    Integer page = parameters.number(PAGE, 1, MAX_PAGES);
    if (page == null || parameters.has(PAGES) || parameters.has(EMPTY)) {
      throw QueryParameters.bad(
          "Push \"page\", from 1 on; or say \"complete=true\" with the number of \"pages\".");
    }
    return new PushParameters(portal, generation, page, null, false);
  }

  private static PushParameters complete(Parameters parameters, String portal, String generation) {
    Integer pages = parameters.number(PAGES, 0, MAX_PAGES);
    if (pages == null || parameters.has(PAGE)) {
      throw QueryParameters.bad(
          "\"complete=true\" comes with \"pages\", the number of them, and without \"page\".");
    }
    return new PushParameters(portal, generation, null, pages, parameters.flag(EMPTY));
  }
}
