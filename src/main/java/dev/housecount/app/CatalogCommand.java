package dev.housecount.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.Capture;
import dev.housecount.catalog.Preview;
import dev.housecount.edge.insights.EntityFile;
import dev.housecount.edge.insights.SettingException;
import dev.housecount.edge.policy.PolicyException;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.scrub.EventIdentity;
import dev.housecount.scrub.PolicyTrial;
import dev.housecount.scrub.ScrubPolicy;
import dev.housecount.scrub.Scrubber;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** {@code catalog preview FILE}: prints what would be kept of the entities in a file. */
final class CatalogCommand {
  static final String NAME = "catalog";

  private static final String PREVIEW = "preview";
  private static final String USAGE =
      "usage: catalog preview FILE    (entities as JSON: a list, one a line, or answers of the"
          + " catalog's REST API)";

  /** Nobody's: pseudonyms of it are only examples. */
  private static final byte[] EXAMPLE_KEY = "an example, and no secret to keep".getBytes(UTF_8);

  private CatalogCommand() {}

  /**
   * Returns the text for the person.
   *
   * @throws CommandException when it cannot be had
   */
  static String run(Config settings, String... args) {
    if (args.length != 3 || !args[1].equals(PREVIEW)) {
      throw new CommandException(USAGE);
    }
    try {
      HousecountConfig config = PolicyCommand.mapped(settings);
      Preview preview = preview(config);
      new EntityFile(Path.of(args[2])).read(preview::add);
      return preview.text();
    } catch (PolicyException | SettingException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
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
