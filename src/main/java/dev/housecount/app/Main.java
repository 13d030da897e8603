package dev.housecount.app;

import dev.housecount.local.EmbeddedDynamoDb;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The local server's start: the embedded DynamoDB first, so that the client finds it. */
@QuarkusMain
public final class Main {
  private Main() {}

  @SuppressWarnings("SystemOut") // the command's answer
  public static void main(String... args) {
    if (args.length > 0 && args[0].equals(TokenCommand.NAME)) {
      System.out.println(TokenCommand.run(args));
      return;
    }
    if (args.length > 0 && args[0].equals(PolicyCommand.NAME)) {
      System.out.println(PolicyCommand.run(ConfigProvider.getConfig(), args));
      return;
    }
    // Quarkus answers malformed URIs without a body; Vert.x's router leaves them to RouterProblems.
    System.setProperty("vertx.disableURIValidation", "true");
    Config config = ConfigProvider.getConfig();
    boolean embedded =
        config.getOptionalValue("housecount.local.enabled", Boolean.class).orElse(false);
    boolean elsewhere =
        config.getOptionalValue(EmbeddedDynamoDb.ENDPOINT_SETTING, String.class).isPresent();
    if (!embedded || elsewhere) {
      Quarkus.run(args);
      return;
    }
    Optional<Path> data = config.getOptionalValue("housecount.local.data", Path.class);
    try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(data)) {
      dynamoDb.clientSettings().forEach(System::setProperty);
      Quarkus.run(args);
    }
  }
}
