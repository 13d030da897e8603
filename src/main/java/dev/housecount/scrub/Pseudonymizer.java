package dev.housecount.scrub;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;

/** Turns users and sessions into pseudonyms: the same user has the same one in every dialect. */
public final class Pseudonymizer {
  /** The domains of the keys. */
  public static final String USER_DOMAIN = "user";

  public static final String SESSION_DOMAIN = "session";

  /** How much of a hash a pseudonym holds. */
  public static final int BITS = 128;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private final KeyedHash users;
  private final KeyedHash sessions;

  public Pseudonymizer(byte[] secret) {
    this.users = new KeyedHash(secret, USER_DOMAIN);
    this.sessions = new KeyedHash(secret, SESSION_DOMAIN);
  }

  /** The pseudonym of a user, named by an entity ref in any of its spellings. */
  public Pseudonym user(String ref) {
    return pseudonym(users.hash(EntityRef.ofUser(ref)));
  }

  /** The same ref with its name replaced where it names a person; any other as it is. */
  public EntityRef entity(EntityRef ref) {
    boolean person = ref.isUser() && !Pseudonym.isPseudonym(ref.name());
    return person ? new EntityRef(ref.kind(), ref.namespace(), user(ref.toString()).value()) : ref;
  }

  /** The pseudonym of a session. */
  public Pseudonym session(String sessionId) {
    return pseudonym(sessions.hash(sessionId));
  }

  private static Pseudonym pseudonym(byte[] hash) {
    StringBuilder text = new StringBuilder().append(Pseudonym.MARK);
    for (int bit = 0; bit < BITS; bit += 5) {
      int pair = ((hash[bit / 8] & 0xff) << 8) | (hash[bit / 8 + 1] & 0xff);
      int window = (pair >> (11 - bit % 8)) & 31;
      text.append(ALPHABET.charAt(window));
    }
    return new Pseudonym(text.toString());
  }
}
