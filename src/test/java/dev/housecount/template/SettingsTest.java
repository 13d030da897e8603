package dev.housecount.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.housecount.app.HousecountConfig;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template's environment and the code's settings are the same. */
class SettingsTest {
  /** Not for AWS: a key in plain text, access for anyone, what its gateway does or laptops have. */
  private static final Set<String> LOCAL_ONLY =
      Set.of(
          "HOUSECOUNT_SECRET_KEY",
          "HOUSECOUNT_AUTH_OPEN",
          "HOUSECOUNT_AUTH_HOSTS",
          "HOUSECOUNT_COLLECT_BODY_SECONDS",
          "HOUSECOUNT_MAINTENANCE_INTERVAL",
          "HOUSECOUNT_CATALOG_PULL_TOKEN",
          "HOUSECOUNT_LOCAL_ENABLED",
          "HOUSECOUNT_LOCAL_DATA");

  /** Settings of the AWS SDK, which the code knows as well. */
  private static final Set<String> OF_THE_SDK = Set.of("AWS_ENDPOINT_URL");

  @Test
  void variables_areAllSettings() {
    Set<String> deployable =
        settings("HOUSECOUNT", HousecountConfig.class).stream()
            .filter(setting -> !LOCAL_ONLY.contains(setting))
            .collect(Collectors.toCollection(TreeSet::new));
    deployable.addAll(OF_THE_SDK);
    assertThat(Template.read().variables().keySet())
        .containsExactlyInAnyOrderElementsOf(deployable);
  }

  @Test
  void localOnly_areSettings() {
    assertThat(settings("HOUSECOUNT", HousecountConfig.class)).containsAll(LOCAL_ONLY);
  }

  private static Set<String> settings(String prefix, Class<?> group) {
    Set<String> settings = new TreeSet<>();
    for (Method method : group.getDeclaredMethods()) {
      if (method.isSynthetic()) {
        continue; // what a coverage tool adds
      }
      String name = prefix + "_" + variable(method.getName());
      Class<?> type = method.getReturnType();
      if (type.isInterface() && type.getPackage().equals(HousecountConfig.class.getPackage())) {
        settings.addAll(settings(name, type));
      } else {
        settings.add(name);
      }
    }
    return settings;
  }

  private static String variable(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
