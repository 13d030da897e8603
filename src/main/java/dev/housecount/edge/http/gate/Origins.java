package dev.housecount.edge.http.gate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The origins whose pages may use the API from a browser (https://fetch.spec.whatwg.org, CORS
 * protocol). A browser writes an origin in one way, so texts are compared.
 *
 * @param configured scheme, host and, unless it is the scheme's own, port
 * @param thisMachine whether those of loopback addresses are added
 */
public record Origins(Set<String> configured, boolean thisMachine) {
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\[\\]:-]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  public Origins {
    configured = Set.copyOf(configured);
  }

  /**
   * @throws IllegalArgumentException when one is no origin
   */
  public static Origins of(Set<String> configured) {
    Set<String> origins =
        configured.stream()
            .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "housecount.cors.origins: \""
                + origin
                + "\" is no origin such as https://backstage.example.com");
      }
    }
    return new Origins(origins, false);
  }

  /** A portal under development posts from another port of the same machine. */
  public static Origins ofThisMachine() {
    return new Origins(Set.of(), true);
  }

  /** Whether an {@code Origin} header names one of them. */
  boolean contain(String origin) {
    return configured.contains(origin) || thisMachine && LOOPBACK.matcher(origin).matches();
  }
}
