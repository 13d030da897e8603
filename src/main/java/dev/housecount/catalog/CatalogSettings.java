package dev.housecount.catalog;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What a deployment says of its catalog.
 *
 * @param kept how long facts are of use once others are in their place: the longest retention of
 *     events
 * @param zone whose days headcounts are of
 */
public record CatalogSettings(Duration kept, ZoneId zone) {}
