package dev.housecount.access;

import java.util.Optional;

/** Port: tells who a portal's signed-in user is, by the token that the portal gave them. */
@FunctionalInterface
public interface UserTokens {
  /**
   * @return empty when the token is not valid here, for whatever reason
   * @throws TokenUnverifiableException when that cannot be told now
   */
  Optional<SignedInUser> verify(String token);
}
