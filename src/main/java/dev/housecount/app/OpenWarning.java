package dev.housecount.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says loudly at the start when anyone on a network may write and read. */
@Singleton
class OpenWarning {
  static final String TEXT =
      "OPEN TO THE NETWORK: anyone who can reach this may write and read without a token. Set"
          + " HOUSECOUNT_AUTH_TOKENS or HOUSECOUNT_AUTH_PORTALS, and not HOUSECOUNT_AUTH_OPEN; or"
          + " bind to 127.0.0.1.";

  private static final Logger LOG = Logger.getLogger(OpenWarning.class);

  void onStart(
      @Observes StartupEvent event,
      HousecountConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    if (isOpenToTheNetwork(config, host, System.getenv())) {
      LOG.warn(TEXT);
    }
  }

  /** Whether anyone on a network may write and read. */
  static boolean isOpenToTheNetwork(
      HousecountConfig config, String host, Map<String, String> environment) {
    return Wiring.isOpen(config) && isReachable(host, environment);
  }

  /** A function has no address of its own: whoever may invoke it reaches it. */
  static boolean isReachable(String host, Map<String, String> environment) {
    return environment.containsKey("AWS_LAMBDA_RUNTIME_API") || !isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
