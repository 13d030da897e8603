package dev.housecount.edge.http.gate;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that requests may name. Where no credentials are needed and only this machine can
 * connect, a page whose name was made to lead here (DNS rebinding) is a page of this server to the
 * browser; but it still names its own host.
 *
 * @param any whether all are served
 * @param more names that are known to lead here besides those of loopback addresses; lower case
 */
public record Hosts(boolean any, Set<String> more) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern PORT = Pattern.compile("(:[0-9]{0,5})?");

  /** 127.0.0.0/8, as browsers write it (RFC 5735, section 3). */
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  /** Any other address; a name has no colon, and its last label is no number (URL Standard). */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  public Hosts {
    more = Set.copyOf(more);
  }

  /**
   * @param any for a server that has credentials to check, or that is meant for a network
   * @param more names that lead to it besides, such as {@code host.docker.internal}
   * @throws IllegalArgumentException when one is no name, such as one with a port
   */
  public static Hosts of(boolean any, Collection<String> more) {
    Set<String> names =
        more.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "housecount.auth.hosts: \"" + name + "\" is no name such as host.docker.internal");
      }
    }
    return new Hosts(any, names);
  }

  /** Whether a {@code Host} header (RFC 9110, section 7.2) names one of them, on any port. */
  boolean contain(String header) {
    return any || isKnown(header, false);
  }

  /**
   * Whether a page of this host was served from here, as far as that can be told: no page can make
   * an address lead elsewhere, nor a name that the operator knows.
   */
  boolean own(String header) {
    return isKnown(header, true);
  }

  private boolean isKnown(String header, boolean addresses) {
    int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
    String port = end < 0 ? "" : header.substring(end);
    String host = header.substring(0, end < 0 ? header.length() : end).toLowerCase(Locale.ROOT);
    return PORT.matcher(port).matches()
        && (isLoopback(host)
            || more.contains(host)
            || addresses && ADDRESS.matcher(host).matches());
  }

  /** The names are RFC 6761's, section 6.3. */
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || LOOPBACK.matcher(host).matches();
  }
}
