package dev.housecount.app;

import dev.housecount.edge.secrets.SecretsManager;
import dev.housecount.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/** The token for the portal's catalog, from the settings or from Secrets Manager. */
final class PullToken implements Supplier<String> {
  /** A token that was changed there is known after this time. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final CatalogConfig.Pull config;
  private final Clock clock;
  private String token = "";
  private Instant until = Instant.MIN;

  PullToken(CatalogConfig.Pull config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Empty when there is none.
   *
   * @throws StoreUnavailableException when Secrets Manager does not give it; says why
   */
  @Override
  public synchronized String get() {
    if (config.tokenArn().isEmpty()) {
      return config.token().orElse("");
    }
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      token = inAws(config.tokenArn().get());
      until = now.plus(KEPT);
    }
    return token;
  }

  private static String inAws(String arn) {
    try {
      return new SecretsManager(System.getenv(), EnvironmentVariableCredentialsProvider.create())
          .read(arn)
          .strip();
    } catch (IllegalStateException e) {
      throw new StoreUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }
}
