package dev.housecount.event;

/** What makes an event the same event when it is sent again: the sender's id, or one derived. */
public record EventId(String value) {
  public EventId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an event id is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
