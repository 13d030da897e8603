package dev.housecount.app;

import java.util.List;
import java.util.Optional;

/** Who may write and who may read. */
public interface AuthConfig {
  /**
   * What tokens allow, comma-separated: {@code portal:scope:sha256}, with the scopes of {@link
   * dev.housecount.access.Access.Scope}. The command {@code token} makes them.
   */
  Optional<List<String>> tokens();

  /**
   * Portals whose signed-in users may write with their Backstage tokens, comma-separated: {@code
   * name=issuer}, the issuer being the base URL of the portal's auth plugin, such as {@code
   * acme=https://backstage.example.com/api/auth}. Its keys are read from {@code
   * issuer/.well-known/jwks.json}, unless {@code ;jwks=URL} follows; {@code ;audience=text} names
   * another audience than Backstage's.
   */
  Optional<List<String>> portals();

  /**
   * Whether anyone may write and read without a token. By default only the local server is open,
   * and only while neither tokens nor portals are set.
   */
  Optional<Boolean> open();

  /**
   * Names that lead to this server besides localhost, without port, comma-separated: such as {@code
   * host.docker.internal}. An open server that is bound to a loopback address answers for those
   * only; any other one answers for every name, but if it is open, then of its own pages only those
   * may write that were asked for by one of these names, an address, or HTTPS.
   */
  Optional<List<String>> hosts();
}
