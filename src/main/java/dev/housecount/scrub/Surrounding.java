package dev.housecount.scrub;

import dev.housecount.scrub.FindRule.Place;

/**
 * What stands around a text that is scrubbed.
 *
 * @param named whom its event names anywhere
 * @param notes of its event's batch
 */
record Surrounding(Place place, EventPeople named, BatchNotes notes) {}
