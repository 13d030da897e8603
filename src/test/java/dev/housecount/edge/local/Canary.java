package dev.housecount.edge.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A made-up value of each kind that must be nowhere, and what would give it away. */
enum Canary {
  EMAIL("canary.q7x@leak.example", "canary.q7x", "leak.example"),
  ENCODED_EMAIL("canary.q7w%2540leak.example", "canary.q7w"),
  IPV4("203.0.113.177", "203.0.113.177"),
  IPV6("2001:db8:7:7::c0de", "7:7::c0de", "2001:db8:7:7"),
  CARD("4111 1111 1111 1111", "1111 1111", "4111111111111111"),
  CARD_TOGETHER("5555555555554444", "5555555555554444"),
  IBAN("DE89 3704 0044 0532 0130 00", "0532 0130", "DE89370400440532013000"),
  PHONE("+49 30 90182077", "90182077"),
  MAC("00:1b:44:c7:3a:b7", "c7:3a:b7"),
  JWT("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLXE3eA", "eyJzdWIi", "c2lnbmF0dXJl"),
  AWS_KEY("AKIAQ7XQ7XQ7XQ7XCNRY", "Q7XQ7XQ7XCNRY"),
  GITHUB_TOKEN("ghp_Q7xCanary0123456789abcdefghijklmnopq", "Q7xCanary0123456789"),
  SLACK_TOKEN("xoxb-2718281828-canaryq7x", "2718281828", "canaryq7x"),
  PRIVATE_KEY(
      "-----BEGIN PRIVATE KEY-----\nMIGHcanaryQ7x\n-----END PRIVATE KEY-----", "MIGHcanaryQ7x"),
  BEARER("Bearer canaryq7x0123456789", "canaryq7x0123456789"),
  PASSWORD("password=hunter2q7x", "hunter2q7x"),
  CREDENTIALS_IN_URL("https://canary:sesame7x@host.example/a", "sesame7x"),
  QUERY("/catalog/x?owner=canaryq7y#fragmentq7y", "canaryq7y", "fragmentq7y"),
  ENCODED_QUERY("/catalog/x%3Fowner%3Dcanaryq7z", "canaryq7z");

  /** In characters: pseudonyms are random text, and hold any three characters once in a while. */
  private static final int LEAST_TRACE = 8;

  private final String text;
  private final List<String> traces;

  Canary(String text, String... traces) {
    for (String trace : traces) {
      if (trace.length() < LEAST_TRACE) {
        throw new IllegalArgumentException("chance alone writes " + trace + " into a pseudonym");
      }
    }
    this.text = text;
    this.traces = List.of(traces);
  }

  /** As it is sent. */
  String text() {
    return text;
  }

  /** What can be seen of it in something that came out, with a little of what stands around. */
  Optional<String> traceIn(String output) {
    String lower = output.toLowerCase(Locale.ROOT);
    return traces.stream()
        .map(trace -> lower.indexOf(trace.toLowerCase(Locale.ROOT)))
        .filter(at -> at >= 0)
        .map(at -> output.substring(Math.max(0, at - 80), Math.min(output.length(), at + 40)))
        .findFirst();
  }
}
