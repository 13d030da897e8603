package dev.housecount.app;

import dev.housecount.demo.Feed;
import dev.housecount.demo.FeedException;
import dev.housecount.demo.Plan;
import dev.housecount.demo.Target;
import dev.housecount.demo.Verdicts;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code demo [--OPTION VALUE ...]}: feeds a running server with a portal that is made up. */
final class DemoCommand {
  static final String NAME = "demo";

  /** Of the local server where no setting says otherwise. */
  static final int PORT = 8080;

  static final long SEED = 1;
  static final int USERS = 200;
  static final int DAYS = 90;

  private static final int MAX_USERS = 50_000;
  private static final int MAX_DAYS = 400;
  private static final Set<String> OPTIONS =
      Set.of("--url", "--users", "--days", "--end", "--seed", "--token", "--catalog-token");

  private static final String HELP =
      """
      java -jar quarkus-run.jar demo [--OPTION VALUE ...]

      Feeds a running server with a made-up portal: its people, teams and catalog, and what they did
      up to now. The same seed, end, users and days make the same portal; what arrives twice counts once.

        --url URL            of the server, http://localhost:8080 if not given
        --users NUMBER       200 if not given
        --days NUMBER        90 if not given, for which a server keeps events unless it is told otherwise
        --end DATE           the last day, today if not given
        --seed NUMBER        which portal; 1 if not given
        --token TOKEN        that may write events, else from WRITE_TOKEN; an open server wants none
        --catalog-token T    that may push the catalog, else from CATALOG_TOKEN""";

  private final Map<String, String> given;
  private final Map<String, String> environment;
  private final Clock clock;

  private DemoCommand(Map<String, String> given, Map<String, String> environment, Clock clock) {
    this.given = given;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Feeds; returns what to say at the end.
   *
   * @param out takes the progress
   * @throws CommandException when the arguments are wrong, or the server does not take it
   */
  static String run(Map<String, String> environment, Clock clock, PrintStream out, String... args) {
    for (String arg : args) {
      if (arg.equals("--help") || arg.equals("-h")) {
        return HELP;
      }
    }
    DemoCommand command = new DemoCommand(options(args), environment, clock);
    Plan plan = command.plan();
    Target target = command.target();
    try {
      return command.summary(target, new Feed(plan, target, clock, out).run());
    } catch (FeedException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("Stopped. What was sent stays.");
    }
  }

  /** Behind the command's name; {@code --users 5} and {@code --users=5}. */
  private static Map<String, String> options(String... args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < args.length; i++) {
      int mark = args[i].indexOf('=');
      String name = mark < 0 ? args[i] : args[i].substring(0, mark);
      if (!OPTIONS.contains(name)) {
        throw new CommandException("\"" + name + "\" is no option.\n\n" + HELP);
      }
      if (mark < 0 && ++i == args.length) {
        throw new CommandException(name + " wants a value.\n\n" + HELP);
      }
      options.put(name, mark < 0 ? args[i] : args[i].substring(mark + 1));
    }
    return options;
  }

  private Plan plan() {
    return new Plan(
        number("--seed", SEED, Long.MIN_VALUE, Long.MAX_VALUE),
        (int) number("--users", USERS, 1, MAX_USERS),
        (int) number("--days", DAYS, 1, MAX_DAYS),
        end());
  }

  private LocalDate end() {
    String text = given.get("--end");
    try {
      return text == null ? LocalDate.now(clock) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new CommandException("--end is a date such as 2026-11-28.");
    }
  }

  private long number(String option, long otherwise, long least, long most) {
    String text = given.get(option);
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As one that is out of the range.
    }
    throw new CommandException("%s is a number from %d to %d.".formatted(option, least, most));
  }

  private Target target() {
    URI url = uri(given.getOrDefault("--url", "http://localhost:" + PORT));
    return new Target(
        url, secret("--token", "WRITE_TOKEN"), secret("--catalog-token", "CATALOG_TOKEN"));
  }

  private @Nullable String secret(String option, String variable) {
    String text = given.getOrDefault(option, environment.getOrDefault(variable, ""));
    return text.isBlank() ? null : text.strip();
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      // As one of another kind.
    }
    throw new CommandException("--url is a server's base, such as http://localhost:8080.");
  }

  private String summary(Target target, Verdicts verdicts) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Stored: %,d events (some were sent twice, and count once).%n"
            .formatted(verdicts.accepted()));
    verdicts.rejected().forEach((reason, count) -> text.append(rejected(reason, count)));
    return text.append(
            "Now ask, for example:%n  curl '%s/insights/active-users?grain=week'"
                .formatted(target.url()))
        .toString();
  }

  private static String rejected(String reason, int count) {
    String why =
        switch (reason) {
          case "bot" -> "a monitor's, as it should be";
          case "too_old" -> "the server keeps events for less time; start again with fewer --days";
          default -> "see RejectionReason.java";
        };
    return "Not taken: %,d events, %s: %s.%n".formatted(count, reason, why);
  }
}
