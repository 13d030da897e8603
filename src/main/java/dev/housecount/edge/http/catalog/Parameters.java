package dev.housecount.edge.http.catalog;

import dev.housecount.access.Access;
import dev.housecount.edge.http.page.QueryParameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request: each is known, given once, and has a value. */
public final class Parameters {
  private final Map<String, List<String>> given;

  /**
   * @throws dev.housecount.edge.http.problem.ProblemException when there is another
   */
  public Parameters(String path, Map<String, List<String>> given, List<String> known) {
    this.given = given;
    if (!known.containsAll(given.keySet())) {
      // The name is not repeated: it may be anything.
      throw QueryParameters.bad(
          "There is an unknown parameter; %s knows %s.".formatted(path, String.join(", ", known)));
    }
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  @Nullable String text(String name) {
    List<String> values = given.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1 || values.get(0).isEmpty()) {
      throw QueryParameters.bad("\"" + name + "\" is given once, with a value.");
    }
    return values.get(0);
  }

  /** A portal, as grants name them; null where none is given. */
  public @Nullable String portal() {
    String portal = text("portal");
    if (portal != null && !Access.isPortal(portal)) {
      throw QueryParameters.bad("\"portal\" is a portal: lower-case letters, digits, hyphens.");
    }
    return portal;
  }

  /** False where it is not given. */
  boolean flag(String name) {
    String text = text(name);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw QueryParameters.bad("\"" + name + "\" is true or false.");
    }
    return "true".equals(text);
  }

  /** A whole number; null where it is not given. */
  public @Nullable Integer number(String name, int least, int most) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As one that is out of its range.
    }
    throw QueryParameters.bad(
        "\"%s\" is a whole number from %d to %d.".formatted(name, least, most));
  }
}
