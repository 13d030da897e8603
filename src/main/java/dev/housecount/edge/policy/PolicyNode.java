package dev.housecount.edge.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a policy and where it was written. */
sealed interface PolicyNode {
  /** Where it stands. */
  Origin origin();

  /** What a value is called in a message. */
  String shape();

  /**
   * A place in a source.
   *
   * @param source a setting's name, or which file
   * @param line from 1; 0 where a source has none
   */
  record Origin(String source, int line) {
    @Override
    public String toString() {
      return line == 0 ? source : source + ", line " + line;
    }
  }

  /** Keys and their values. */
  record Mapping(Origin origin, Map<String, PolicyNode> values) implements PolicyNode {
    @Override
    public String shape() {
      return "a mapping";
    }

    /** This one with another's values: mappings are merged, all else takes the place. */
    Mapping with(Mapping other) {
      Map<String, PolicyNode> merged = new LinkedHashMap<>(values);
      other.values.forEach(
          (key, value) ->
              merged.merge(
                  key,
                  value,
                  (mine, theirs) ->
                      mine instanceof Mapping to && theirs instanceof Mapping from
                          ? to.with(from)
                          : theirs));
      return new Mapping(origin, merged);
    }
  }

  /** A list. */
  record Sequence(Origin origin, List<PolicyNode> values) implements PolicyNode {
    @Override
    public String shape() {
      return "a list";
    }
  }

  /** A single value. */
  record Value(Origin origin, String text) implements PolicyNode {
    @Override
    public String shape() {
      return text.isEmpty() ? "nothing" : "a single value";
    }
  }
}
