package dev.housecount.keys;

import dev.housecount.event.EntityRef;
import dev.housecount.event.Pseudonym;
import java.util.List;

/**
 * Turns users and sessions into pseudonyms: the same user has the same one in every dialect. With
 * several keys, each pseudonym is hashed again under the next key, so that one of an older key can
 * be brought up to date without knowing whose it is.
 */
public final class Pseudonymizer {
  /** The domains of the keys. */
  public static final String USER_DOMAIN = "user";

  public static final String SESSION_DOMAIN = "session";

  public static final String TASK_DOMAIN = "task";

  /** How much of a hash a pseudonym holds. */
  public static final int BITS = 128;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private final KeyRing keys;
  private final List<KeyedHash> users;
  private final List<KeyedHash> sessions;
  private final KeyedHash tasks;

  /** With one key. */
  public Pseudonymizer(byte[] secret) {
    this(KeyRing.of(secret));
  }

  public Pseudonymizer(KeyRing keys) {
    this.keys = keys;
    this.users = keys.secrets().stream().map(key -> new KeyedHash(key, USER_DOMAIN)).toList();
    this.sessions = keys.secrets().stream().map(key -> new KeyedHash(key, SESSION_DOMAIN)).toList();
    this.tasks = new KeyedHash(keys.secrets().get(0), TASK_DOMAIN);
  }

  /** The ids of all keys, oldest first. */
  public List<String> keyIds() {
    return keys.ids();
  }

  /** The id of the key under which new pseudonyms are. */
  public String keyId() {
    return keys.id();
  }

  /** Whether pseudonyms of that key can be brought up to date. */
  public boolean knows(String keyId) {
    return keys.generation(keyId) >= 0;
  }

  /** The pseudonym of a user, named by an entity ref in any of its spellings. */
  public Pseudonym user(String ref) {
    return renew(pseudonym(users.get(0).hash(EntityRef.ofUser(ref))), users, 1);
  }

  /**
   * A user's pseudonym under the newest key.
   *
   * @param keyId the key under which it was made; one that is not known leaves it as it is
   */
  public Pseudonym renewUser(Pseudonym user, String keyId) {
    return knows(keyId) ? renew(user, users, keys.generation(keyId) + 1) : user;
  }

  /** A session's pseudonym under the newest key, as {@link #renewUser}. */
  public Pseudonym renewSession(Pseudonym session, String keyId) {
    return knows(keyId) ? renew(session, sessions, keys.generation(keyId) + 1) : session;
  }

  private static Pseudonym renew(Pseudonym old, List<KeyedHash> hashes, int from) {
    Pseudonym renewed = old;
    for (KeyedHash hash : hashes.subList(from, hashes.size())) {
      renewed = pseudonym(hash.hash(renewed.value()));
    }
    return renewed;
  }

  /** The same ref with its name replaced where it names a person; any other as it is. */
  public EntityRef entity(EntityRef ref) {
    boolean person = ref.isUser() && !Pseudonym.isPseudonym(ref.name());
    return person ? new EntityRef(ref.kind(), ref.namespace(), user(ref.toString()).value()) : ref;
  }

  /** The pseudonym of a session. */
  public Pseudonym session(String sessionId) {
    return renew(pseudonym(sessions.get(0).hash(sessionId)), sessions, 1);
  }

  /**
   * The pseudonym of one run of a template. It stands among an event's fields, where each pseudonym
   * is brought up to date as a user's: so its later hashes are those of users.
   */
  public Pseudonym task(String taskId) {
    return renew(pseudonym(tasks.hash(taskId)), users, 1);
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
