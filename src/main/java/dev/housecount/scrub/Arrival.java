package dev.housecount.scrub;

import java.time.Instant;

/**
 * How an event arrived; gives an id to an event that has neither id nor time.
 *
 * @param repetition how many equal events precede it in its batch, from 0
 * @param sender an opaque text that differs between senders, never stored
 */
public record Arrival(Instant receivedAt, int repetition, String sender) {}
