package dev.housecount.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.Capture;
import dev.housecount.catalog.Preview;
import dev.housecount.edge.backstage.CatalogClient;
import dev.housecount.edge.backstage.CatalogException;
import dev.housecount.edge.insights.EntityFile;
import dev.housecount.edge.insights.SettingException;
import dev.housecount.edge.policy.PolicyException;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.PolicyTrial;
import dev.housecount.scrub.ScrubPolicy;
import dev.housecount.scrub.Scrubber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** {@code catalog preview FILE|URL}: prints what would be kept of the entities there. */
final class CatalogCommand {
  static final String NAME = "catalog";

  private static final String PREVIEW = "preview";
  private static final String USAGE =
      "usage: catalog preview FILE|URL    (entities as JSON: a list, one a line, or answers of the"
          + " catalog's REST API; or the base URL of a portal's backend, which gets the token of"
          + " housecount.catalog.pull)";

  /** What one answer of a portal may take. */
  private static final Duration CALL = Duration.ofSeconds(60);

  /** Nobody's: pseudonyms of it are only examples. */
  private static final byte[] EXAMPLE_KEY = "an example, and no secret to keep".getBytes(UTF_8);

  private CatalogCommand() {}

  /**
   * Returns the text for the person.
   *
   * @throws CommandException when it cannot be had
   */
  static String run(Config settings, String... args) {
    if (args.length != 3 || !args[1].equals(PREVIEW) || args[2].startsWith("-")) {
      throw new CommandException(USAGE);
    }
    try {
      HousecountConfig config = PolicyCommand.mapped(settings);
      Preview preview = preview(config);
      read(config, args[2], preview);
      return preview.text();
    } catch (PolicyException | SettingException | CatalogException | IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  private static void read(HousecountConfig config, String source, Preview preview)
      throws CatalogException {
    if (!source.startsWith("https://") && !source.startsWith("http://")) {
      new EntityFile(Path.of(source)).read(preview::add);
      return;
    }
    PullToken token = new PullToken(config.catalog().pull(), Clock.systemUTC());
    new CatalogClient(source, token, preview.fields(), () -> CALL).read(preview::add);
  }

  private static Preview preview(HousecountConfig config) {
    CatalogChoices choices = CatalogChoices.read(config.catalog(), System::getenv);
    ScrubPolicy policy = PolicySettings.read(config).scrub();
    Pseudonymizer pseudonymizer = new Pseudonymizer(EXAMPLE_KEY);
    Scrubber scrubber =
        new Scrubber(policy, pseudonymizer, new EventIdentity(EXAMPLE_KEY), EXAMPLE_KEY);
    Capture capture = new Capture(choices.capture(), pseudonymizer, scrubber::value);
    return new Preview(choices.capture(), capture, PolicyTrial.of(policy)::finds);
  }
}
