package dev.housecount.telemetry;

import java.util.Map;

/**
 * What became of a batch.
 *
 * @param accepted events that are stored; duplicates count
 * @param rejected events that were wrong, by the code of the reason
 * @param dropped events that were not wanted, by the code of the reason
 * @param droppedFields attributes and context keys of accepted events that the policy did not let
 *     in, by which of the two
 * @param duplicates how many of the accepted were recognised as sent before; at least so many were
 * @param receivedBytes of the body as it was sent
 * @param inflatedBytes of the body after decompression
 */
public record Collected(
    int accepted,
    Map<String, Integer> rejected,
    Map<String, Integer> dropped,
    Map<String, Integer> droppedFields,
    int duplicates,
    long receivedBytes,
    long inflatedBytes) {
  public Collected {
    rejected = Map.copyOf(rejected);
    dropped = Map.copyOf(dropped);
    droppedFields = Map.copyOf(droppedFields);
  }

  /** The sum over all reasons or parts. */
  public static int sum(Map<String, Integer> byReason) {
    return byReason.values().stream().mapToInt(Integer::intValue).sum();
  }
}
