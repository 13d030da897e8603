package dev.housecount.app;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of the portal's catalog. The defaults are in {@code CaptureSettings} and {@code
 * Capture} of the package {@code catalog}.
 */
public interface CatalogConfig {
  /**
   * Fields of entities that are kept beside the defaults, comma-separated: {@code
   * spec.system,metadata.annotations.example.com/tier}.
   */
  Optional<List<String>> captureEntityFields();

  /** Fields of users that are kept beside {@code metadata.namespace}; as those of entities. */
  Optional<List<String>> captureIdentityFields();

  /**
   * Which groups are shown: YAML on one line, {@code {spec.type: [department, team]}}. All keys
   * have to match, any value of each; {@code {$exists: true}} stands for any value at all. A list
   * of such mappings: any of them.
   */
  Optional<String> captureIdentityGroupsFilter();

  /** Which users count; as the filter of groups. {@code kind=user} goes without saying. */
  Optional<String> totalUsersEntityQueryFilter();

  /**
   * The {@code app-config.yaml} of a portal whose part {@code backstageInsights} holds, unless
   * settings above say otherwise.
   */
  Optional<Path> insightsConfig();

  /** Whether this server asks the portal for its catalog, instead of being sent it. */
  Pull pull();

  /** How the portal's catalog is asked for. */
  interface Pull {
    /**
     * Base URL of the portal's backend, such as {@code https://backstage.example.com}; none to ask
     * nobody. Unencrypted only on this machine.
     */
    Optional<String> url();

    /**
     * A static token of the portal's {@code backend.auth.externalAccess} that may read its catalog.
     */
    Optional<String> token();

    /** The ARN of a secret in AWS Secrets Manager that holds the token, instead of itself. */
    Optional<String> tokenArn();

    /** The portal's name, as that of its tokens. */
    @WithDefault("default")
    String portal();

    /** From the beginning of one pull to that of the next. */
    @WithDefault("PT1H")
    Duration interval();
  }
}
