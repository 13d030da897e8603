package dev.housecount.access;

import dev.housecount.event.EntityRef;

/**
 * A user whose portal vouches for them.
 *
 * @param portal its name here
 * @param user of kind {@code user}
 */
public record SignedInUser(String portal, EntityRef user) {
  /** Says not who, so that a careless log line leaks nothing. */
  @Override
  public String toString() {
    return "SignedInUser[" + portal + "]";
  }
}
