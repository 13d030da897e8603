package dev.housecount.app;

import dev.housecount.catalog.Catalog;
import dev.housecount.counts.Counting;
import dev.housecount.counts.KeptAnswers;
import dev.housecount.counts.LateMarks;
import dev.housecount.event.Pseudonym;
import dev.housecount.insights.ActivitySource;
import dev.housecount.insights.CatalogDirectory;
import dev.housecount.insights.Directory;
import dev.housecount.insights.Insights;
import dev.housecount.insights.LiveSource;
import dev.housecount.insights.SmallGroups;
import dev.housecount.insights.StoredSource;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.rollup.Guests;
import dev.housecount.sealed.Rollups;
import dev.housecount.sealed.StoredEvents;
import dev.housecount.store.ChunkReader;
import dev.housecount.store.ChunkWriter;
import dev.housecount.store.InsightsRetention;
import dev.housecount.store.RetentionPolicy;
import java.util.Set;

/** What reports are made of: what is sealed of the past, live events, and what was counted. */
final class Reporting {
  private final Inputs inputs;
  private final ChunkReader reader;
  private final RetentionPolicy retention;
  private final Set<Pseudonym> guests;
  private final Catalog catalog;
  private final Rollups rollups;

  /**
   * Calls no store.
   *
   * @param reader of chunks as if all were of the newest key
   */
  Reporting(Inputs inputs, ChunkReader reader, Pseudonymizer pseudonymizer, Catalog catalog) {
    this.inputs = inputs;
    this.reader = reader;
    this.retention = inputs.policy().retention();
    this.guests = Guests.of(pseudonymizer);
    this.catalog = catalog;
    this.rollups =
        new Rollups(
            inputs.stores().rollups(),
            new StoredEvents(reader, inputs.places(), retention, guests),
            inputs.policy().insights().people(),
            inputs.choices().zone(),
            pseudonymizer,
            catalog::changes,
            inputs.clock(),
            inputs.timeLeft());
  }

  Rollups rollups() {
    return rollups;
  }

  /** A writer that notes what comes too late for what is sealed, and for what was counted. */
  ChunkWriter noting(ChunkWriter writer) {
    return new LateMarks(
        rollups.noting(writer),
        inputs.stores().rollups(),
        inputs.choices().zone(),
        inputs.policy().insights().people(),
        inputs.clock());
  }

  /** Reports over what is sealed, live events, and what was counted of those who are forgotten. */
  Insights insights(SmallGroups groups, LiveSource.Budget budget) {
    InsightsRetention kept = inputs.policy().insights();
    return new Insights(
        source(budget),
        this::directory,
        groups,
        kept.people(),
        inputs.choices().zone(),
        inputs.clock(),
        new KeptAnswers(
            inputs.stores().rollups(),
            kept.people(),
            groups.fewest(),
            inputs.choices().zone(),
            inputs.clock(),
            budget.meter()));
  }

  /**
   * Counts what is over, before people are forgotten.
   *
   * @param budget for all that is kept
   */
  Counting counting(SmallGroups groups, LiveSource.Budget budget) {
    return new Counting(
        source(budget),
        this::directory,
        groups,
        inputs.stores().rollups(),
        inputs.policy().insights(),
        retention.shortest(),
        inputs.choices().zone(),
        inputs.clock(),
        budget.time());
  }

  private ActivitySource source(LiveSource.Budget budget) {
    return new StoredSource(
        rollups,
        new LiveSource(reader, inputs.places(), retention, guests, inputs.clock(), budget),
        inputs.clock());
  }

  private Directory directory() {
    return new CatalogDirectory(catalog);
  }
}
