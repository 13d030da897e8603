package dev.housecount.event;

/**
 * Under which policy events were scrubbed: the policy's own number and the beginning of a hash of
 * its content, such as {@code 1.3f9a}. Short, because every stored chunk has it.
 */
public record PolicyVersion(String value) {
  public PolicyVersion {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a policy's version is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
