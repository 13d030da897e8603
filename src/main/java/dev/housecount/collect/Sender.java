package dev.housecount.collect;

import dev.housecount.event.Versions;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a batch, as far as it matters. Only the versions are stored.
 *
 * @param fingerprint an opaque text that differs between senders
 * @param bot whether its user agent is that of a known bot
 * @param host of the page that sent it: lower case, without port; null where the request names none
 * @param environment of the portal, such as {@code staging}; null where the batch names none
 * @param versions of the module and its portal, as the batch names them
 */
public record Sender(
    String fingerprint,
    boolean bot,
    @Nullable String host,
    @Nullable String environment,
    Versions versions) {
  public Sender(
      String fingerprint, boolean bot, @Nullable String host, @Nullable String environment) {
    this(fingerprint, bot, host, environment, Versions.NONE);
  }

  /** A sender of which nothing else is known. */
  public static Sender of(String fingerprint) {
    return new Sender(fingerprint, false, null, null);
  }

  /** The same sender, of an environment that the batch names. */
  public Sender in(@Nullable String named) {
    return new Sender(fingerprint, bot, host, named, versions);
  }

  /** The same sender, with the versions that the batch names. */
  public Sender recordingWith(Versions named) {
    return new Sender(fingerprint, bot, host, environment, named);
  }

  /** The fingerprint holds an address: it is for no log. */
  @Override
  public String toString() {
    return "Sender[...]";
  }
}
