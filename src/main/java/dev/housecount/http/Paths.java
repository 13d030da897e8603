package dev.housecount.http;

/** The paths of the API, in braces what differs by request; one home for resources and routes. */
final class Paths {
  static final String COLLECT = "/collect";

  /** The name of the key in a path. */
  static final String KEY = "key";

  static final String COLLECT_WITH_KEY = COLLECT + "/{" + KEY + "}";

  /** Where Red Hat's module posts. */
  static final String ADOPTION_INSIGHTS = "/api/adoption-insights/events";

  static final String QUERY = "/query";
  static final String NAMES = "/names/{pseudonym}";
  static final String AUDIT = "/audit";

  /** An entity ref has a slash. */
  static final String USERS = "/users/{ref: .+}";

  static final String OPT_OUTS = "/opt-outs/{ref: .+}";

  private Paths() {}
}
