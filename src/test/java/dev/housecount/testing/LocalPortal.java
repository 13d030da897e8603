package dev.housecount.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A portal whose users the application under test trusts; tests have it in a field. */
public final class LocalPortal implements QuarkusTestResourceLifecycleManager {
  /** The issuer of another one, whose key server does not answer. */
  public static final String GONE = "http://127.0.0.1:1/api/auth";

  private PortalAuth portal;

  @Override
  public Map<String, String> start() {
    portal = new PortalAuth();
    return Map.of("housecount.auth.portals", "acme=" + portal.issuer() + ",gone=" + GONE);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(portal, new TestInjector.MatchesType(PortalAuth.class));
  }

  @Override
  public void stop() {
    portal.close();
  }
}
