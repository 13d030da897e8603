package dev.housecount.scrub;

/** Finds one kind of personal data or secret in text and replaces it by a typed placeholder. */
interface Detector {
  /** Linear in the length of the text; returns the same string when there is nothing to replace. */
  String scrub(String text);
}
