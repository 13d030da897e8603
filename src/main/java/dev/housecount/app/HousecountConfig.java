package dev.housecount.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All settings, with their defaults. Environment variables have the same names: {@code
 * HOUSECOUNT_…}.
 */
@ConfigMapping(prefix = "housecount")
public interface HousecountConfig {
  /**
   * The secret from which the keys for pseudonyms, event ids and cursors are derived: at least 32
   * bytes in base64. Required but for local use. Several keys, oldest first, stand with commas or
   * white space between them: DEPLOY.md says how to add one. A key that was in use stays.
   */
  Optional<String> secretKey();

  /**
   * The ARN of a secret in AWS Secrets Manager that holds the secret key, instead of the key
   * itself.
   */
  Optional<String> secretKeyArn();

  /** How long events are kept, in short. */
  Retention retention();

  /** Who may write and who may read. */
  AuthConfig auth();

  /** Which pages of other origins may use this. */
  Cors cors();

  /** What one request may bring. */
  Collect collect();

  /** What is dropped and counted, because nobody used the portal. */
  NoiseConfig noise();

  /** Which plugin a path is of, where the portal's routes are not the usual ones. */
  Plugins plugins();

  /** What is kept of the portal's catalog. */
  CatalogConfig catalog();

  /** What {@code /query} may cost. */
  Query query();

  /** What {@code /insights} may cost, and what it hides. */
  Insights insights();

  /** The page that shows the figures. */
  Dashboard dashboard();

  /** The portal's time zone, by whose midnights days begin: an IANA name. */
  @WithDefault("UTC")
  ZoneId zone();

  /** What is kept and for how long; the settings below take precedence. */
  Policy policy();

  /** What is kept of an event, in short. */
  Scrub scrub();

  /** Whether and how long it is kept who the users are. */
  Users users();

  /** What a server that is no function does again and again. */
  Maintenance maintenance();

  /** The DynamoDB tables. */
  TablesConfig tables();

  /** The embedded DynamoDB of laptops and tests. */
  Local local();

  /** How long events are kept. */
  interface Retention {
    /** Days, instead of what the policy says for all actions. */
    Optional<Integer> days();

    /**
     * Days for actions that are kept for a time of their own, such as search=30;signIn=7, instead
     * of what the policy says for them.
     */
    @WithConverter(ActionDays.Reader.class)
    Optional<ActionDays> actions();
  }

  /** Which pages of other origins may use this. */
  interface Cors {
    /**
     * Origins such as {@code https://backstage.example.com}, comma-separated. Where none are set:
     * for a local server those of this machine, on any port; else none.
     */
    Optional<Set<String>> origins();
  }

  /** What one request may bring. */
  interface Collect {
    /** The most bytes of a body after decompression; what is passed over unread is not counted. */
    @WithDefault("1048576")
    int maxBytes();

    /** The most events of a batch. */
    @WithDefault("500")
    int maxEvents();

    /**
     * Seconds for which a server waits for a body to arrive. Not for AWS, where the gateway does.
     */
    @WithDefault("20")
    int bodySeconds();
  }

  /**
   * Which plugin a path is of. The defaults are in {@code StandardPlugins} of the package {@code
   * hydrate}; what stands here goes before them, the longest first, for what is stored already as
   * well.
   */
  interface Plugins {
    /**
     * What paths of a plugin begin with, comma-separated: {@code
     * /custom-catalog=catalog,/platform/wiki=techdocs}. {@code /} is the first page only; {@code -}
     * instead of an id says that it is no plugin's. A route of {@code catalog} has pages of
     * entities, and those have tabs.
     */
    Optional<List<String>> routes();

    /** What follows an entity on its page, comma-separated: {@code ci-cd=github-actions}. */
    Optional<List<String>> tabs();
  }

  /** What {@code /query} may cost. */
  interface Query {
    /** Seconds after which a page ends early, with a cursor. */
    @WithDefault("15")
    int budgetSeconds();
  }

  /** What {@code /insights} may cost, and what it hides. */
  interface Insights {
    /**
     * People that a figure of a team, or the row of a value, is about at least; 1 hides nothing.
     */
    @WithDefault("5")
    int fewestPeople();

    /** The read units of DynamoDB that one answer may cost. */
    @WithDefault("1500")
    int readUnits();

    /** Seconds after which an answer is given up. */
    @WithDefault("15")
    int budgetSeconds();
  }

  /** The page that shows the figures. */
  interface Dashboard {
    /** Whether it is served. It holds no figure itself, and asks for them as any other program. */
    @WithDefault("true")
    boolean enabled();
  }

  /**
   * Overrides of the policy, whose defaults and form are in {@code policy.yaml} of the package
   * {@code edge.policy}. The text takes precedence over the file.
   */
  interface Policy {
    /** A file, in YAML. */
    Optional<Path> file();

    /** YAML, also on one line: {@code {version: 2, actions: {search: {retention: 7}}}}. */
    Optional<String> text();
  }

  /** What is kept of an event. */
  interface Scrub {
    /**
     * The attributes that are kept, comma-separated, instead of what the policy says for all
     * actions; others are dropped. {@code *} alone keeps all.
     */
    Optional<Set<String>> attributes();

    /** The context keys that are kept; as {@link #attributes}. */
    Optional<Set<String>> context();
  }

  /** Whether and how long it is kept who the users are. */
  interface Users {
    /**
     * Whether the entity refs of users are kept, encrypted, so that a token of scope identify can
     * read whose a pseudonym is. Each reading is put on record.
     */
    @WithDefault("false")
    boolean readable();

    /** Days for which it stays on record who read a name. */
    @WithDefault("365")
    int auditDays();
  }

  /** What a server that is no function does again and again. */
  interface Maintenance {
    /**
     * The pause between two runs, in which erasures go on and the tables are looked at; 0 for none
     * at all. On AWS the template's schedule takes its place.
     */
    @WithDefault("PT1M")
    Duration interval();
  }

  /** The embedded DynamoDB of laptops and tests. */
  interface Local {
    /** Whether to start one and to create the tables in it. */
    @WithDefault("false")
    boolean enabled();

    /** The folder that keeps its data and the secret key; in memory where none is set. */
    Optional<Path> data();
  }
}
