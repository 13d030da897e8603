package dev.housecount.app;

import dev.housecount.local.EmbeddedDynamoDb;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The local server's start: the embedded DynamoDB first, so that the client finds it. */
@QuarkusMain
public final class Main {
  private Main() {}

  /** What shells take for a wrong use. */
  private static final int WRONG_USE = 2;

  @SuppressWarnings("SystemOut") // the command's answer
  public static void main(String... args) {
    Locale.setDefault(Locale.ROOT); // all texts are English: their digits too
    String command = args.length > 0 ? args[0] : "";
    try {
      if (command.equals(TokenCommand.NAME)) {
        System.out.println(TokenCommand.run(args));
      } else if (command.equals(PolicyCommand.NAME)) {
        System.out.println(PolicyCommand.run(ConfigProvider.getConfig(), args));
      } else {
        serve(args);
      }
    } catch (CommandException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USE);
    }
  }

  private static void serve(String... args) {
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
