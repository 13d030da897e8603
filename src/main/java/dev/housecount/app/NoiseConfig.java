package dev.housecount.app;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What is dropped and counted, because nobody used the portal. */
public interface NoiseConfig {
  /**
   * Whether events of known bots are dropped: crawlers, monitors, browsers without a screen. The
   * list is {@link dev.housecount.collect.KnownBots}.
   */
  @WithDefault("true")
  boolean bots();

  /** Hosts whose events are dropped, without port, comma-separated: such as localhost. */
  Optional<List<String>> hosts();

  /**
   * The only hosts whose events count, without port, comma-separated; those of others are dropped.
   * Where nothing tells the host, an event counts.
   */
  Optional<List<String>> onlyHosts();

  /** Users whose events are dropped: entity refs, comma-separated, in any of their spellings. */
  Optional<List<String>> users();

  /**
   * Environments whose events are dropped, comma-separated: what a batch or an event's context
   * names as {@code environment}, or the portal that the credentials name.
   */
  Optional<List<String>> environments();
}
