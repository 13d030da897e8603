package dev.housecount.app;

import dev.housecount.edge.dynamodb.LocalTables;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a local start does besides: creates the tables and says what to do next. */
@Singleton
@UnlessBuildProfile(LambdaMain.NAME)
class LocalStart {
  @SuppressWarnings("SystemOut") // for the person who started it, not for the log
  void onStart(
      @Observes StartupEvent event,
      HousecountConfig config,
      DynamoDbClient client,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    if (!config.local().enabled()) {
      return;
    }
    TableNames.of(config).values().forEach(table -> LocalTables.create(client, table));
    String base = "http://localhost:" + port;
    System.out.printf(
        """

        Housecount is ready at %1$s, data %2$s. %3$s
        Its page shows what there is%7$s:
          %1$s/
        Send an event, then ask for it:
          curl -i %1$s/collect %4$s-H 'Content-Type: application/json' -d '{"events":[{"action":"navigate","subject":"/catalog"}]}'
          curl %5$s'%1$s/query?action=navigate'
        Or fill it with the made-up portal from another terminal:
          java -jar target/quarkus-app/quarkus-run.jar demo%6$s
        The API is described at %1$s/q/openapi. Stop with Ctrl+C.

        """,
        base,
        config.local().data().map(folder -> "in " + folder).orElse("in memory"),
        access(config, host),
        credentials(config, "WRITE_TOKEN"),
        credentials(config, "READ_TOKEN"),
        port == DemoCommand.PORT ? "" : " --url " + base,
        Wiring.isOpen(config) ? ", and offers a made-up portal where there is nothing" : "");
  }

  private static String access(HousecountConfig config, String host) {
    if (OpenWarning.isOpenToTheNetwork(config, host, Map.of())) {
      return OpenWarning.TEXT;
    }
    return Wiring.isOpen(config)
        ? "Only this machine reaches it; it may write and read without a token."
        : "Writing and reading need a token.";
  }

  private static String credentials(HousecountConfig config, String token) {
    return Wiring.isOpen(config) ? "" : "-H 'Authorization: Bearer " + token + "' ";
  }
}
