package dev.housecount.edge.http.gate;

/** The paths of the API, in braces what differs by request; one home for resources and routes. */
public final class Paths {
  public static final String COLLECT = "/collect";

  /** The name of the key in a path. */
  public static final String KEY = "key";

  static final String COLLECT_WITH_KEY = COLLECT + "/{" + KEY + "}";

  /** Where Red Hat's module posts, and its page asks. */
  public static final String ADOPTION_INSIGHTS = "/api/adoption-insights/events";

  /** Whether the backend of Red Hat's page is there. */
  public static final String ADOPTION_HEALTH = "/api/adoption-insights/health";

  public static final String QUERY = "/query";
  public static final String CATALOG = "/catalog";
  public static final String HEADCOUNTS = "headcounts";
  public static final String INSIGHTS = "/insights";

  public static final String DATA_HEALTH = "/data-health";
  public static final String VERSIONS = "versions";

  /** The name of the report in a path. */
  public static final String REPORT = "report";

  /** The dashboard's files. */
  public static final String ASSETS = "/assets";

  /** The name of a file in a path. */
  public static final String ASSET = "name";

  public static final String NAMES = "/names/{pseudonym}";
  public static final String AUDIT = "/audit";

  /** An entity ref has a slash. */
  public static final String USERS = "/users/{ref: .+}";

  public static final String OPT_OUTS = "/opt-outs/{ref: .+}";

  private Paths() {}
}
