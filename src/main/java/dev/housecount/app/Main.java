package dev.housecount.app;

import dev.housecount.edge.local.EmbeddedDynamoDb;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.Clock;
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

  private static final String HELP =
      """
      java [-Dhousecount.SETTING=VALUE ...] -jar quarkus-run.jar [COMMAND]

        (none)              serves until Ctrl+C, on an embedded DynamoDB
        token PORTAL SCOPE  makes a token for senders or readers
        policy [table]      prints what is kept of events, and for how long
        policy try TEXT     prints what a text becomes
        demo [--help]       feeds a running server with a made-up portal
        catalog preview FILE|URL
                            prints what would be kept of a portal's catalog
        help                prints this

      Settings stand before -jar, or in the environment (HOUSECOUNT_SETTING=VALUE).""";

  @SuppressWarnings("SystemOut") // the command's answer
  public static void main(String... args) {
    Locale.setDefault(Locale.ROOT); // all texts are English: their digits too
    try {
      if (args.length == 0) {
        serve();
      } else {
        System.out.println(answer(args));
      }
    } catch (CommandException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USE);
    }
  }

  /**
   * @throws CommandException when it is no command, or given wrong
   */
  @SuppressWarnings("SystemOut") // for what takes so long that it says how far it is
  static String answer(String... args) {
    return switch (args[0]) {
      case TokenCommand.NAME -> TokenCommand.run(args);
      case PolicyCommand.NAME -> PolicyCommand.run(ConfigProvider.getConfig(), args);
      case DemoCommand.NAME ->
          DemoCommand.run(System.getenv(), Clock.systemUTC(), System.out, args);
      case CatalogCommand.NAME -> CatalogCommand.run(ConfigProvider.getConfig(), args);
      case "help", "--help", "-h" -> HELP;
      default -> throw new CommandException("\"" + args[0] + "\" is no command.\n\n" + HELP);
    };
  }

  private static void serve() {
    // Quarkus answers malformed URIs without a body; Vert.x's router leaves them to RouterProblems.
    System.setProperty("vertx.disableURIValidation", "true");
    Config config = ConfigProvider.getConfig();
    boolean embedded =
        config.getOptionalValue("housecount.local.enabled", Boolean.class).orElse(false);
    boolean elsewhere =
        config.getOptionalValue(EmbeddedDynamoDb.ENDPOINT_SETTING, String.class).isPresent();
    if (!embedded || elsewhere) {
      Quarkus.run();
      return;
    }
    Optional<Path> data = config.getOptionalValue("housecount.local.data", Path.class);
    try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(data)) {
      dynamoDb.clientSettings().forEach(System::setProperty);
      Quarkus.run();
    }
  }
}
