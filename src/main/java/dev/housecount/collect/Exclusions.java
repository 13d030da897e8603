package dev.housecount.collect;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.event.RawEvent;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses events of hosts, users and environments that are not to count, such as a developer's own
 * machine, a test user or a staging portal.
 */
public final class Exclusions implements Sieve {
  private final Set<String> hosts;
  private final Set<String> onlyHosts;
  private final Set<String> users;
  private final Set<String> environments;

  /**
   * @param hosts of portals, without port
   * @param onlyHosts if there are any, all other hosts are excluded; an unknown one is not
   * @param users entity refs in any of their spellings
   * @param environments names that batches or events give, or of portals as credentials name them
   */
  public Exclusions(
      Collection<String> hosts,
      Collection<String> onlyHosts,
      Collection<String> users,
      Collection<String> environments) {
    this.hosts = names(hosts);
    this.onlyHosts = names(onlyHosts);
    this.users = users.stream().map(EntityRef::ofUser).collect(toUnmodifiableSet());
    this.environments = names(environments);
  }

  private static Set<String> names(Collection<String> texts) {
    return texts.stream().map(Exclusions::name).collect(toUnmodifiableSet());
  }

  @Override
  public @Nullable RejectionReason refuse(RawEvent event, Batch batch) {
    String host = host(event, batch);
    boolean other = host != null && !onlyHosts.isEmpty() && !onlyHosts.contains(name(host));
    if (other || isExcluded(hosts, host)) {
      return RejectionReason.EXCLUDED_HOST;
    }
    if (event.user() != null && users.contains(EntityRef.ofUser(event.user()))) {
      return RejectionReason.EXCLUDED_USER;
    }
    return isExcluded(environments, batch.portal())
            || isExcluded(environments, batch.sender().environment())
            || isExcluded(environments, FieldValue.text(event.context(), "environment"))
        ? RejectionReason.EXCLUDED_ENVIRONMENT
        : null;
  }

  /** The request's own; a server that relays events has none, and may name it in the context. */
  private static @Nullable String host(RawEvent event, Batch batch) {
    if (batch.sender().host() != null) {
      return batch.sender().host();
    }
    String hostname = FieldValue.text(event.context(), "hostname");
    String host = hostname == null ? FieldValue.text(event.context(), "host") : hostname;
    return host == null ? null : withoutPort(host.strip());
  }

  /** A browser's {@code location.host} has the port, too. The colons of an IPv6 address remain. */
  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean alone = colon == host.indexOf(':') || host.startsWith("]", colon - 1);
    return colon > 0 && alone ? host.substring(0, colon) : host;
  }

  private static boolean isExcluded(Set<String> names, @Nullable String name) {
    return !names.isEmpty() && name != null && names.contains(name(name));
  }

  private static String name(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
