package dev.housecount.catalog;

/** What is kept of an entity of the catalog, and nothing else of it. */
public sealed interface CapturedEntity permits EntityFacts, UserFacts {}
