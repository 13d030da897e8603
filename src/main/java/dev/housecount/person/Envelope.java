package dev.housecount.person;

import dev.housecount.event.Pseudonym;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.KeyedHash;
import dev.housecount.keys.Pseudonymizer;
import dev.housecount.keys.Seal;
import dev.housecount.store.StoreUnavailableException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names people in records that must not hold their pseudonyms: whoever reads the table without the
 * keys cannot tell which events were theirs.
 */
public final class Envelope {
  private static final int MARK_BYTES = 16;

  private final KeyedHash hash;
  private final Seal seal;
  private final Pseudonymizer pseudonymizer;

  public Envelope(KeyRing keys, Pseudonymizer pseudonymizer) {
    this.hash = new KeyedHash(keys.newest(), "person");
    this.seal = new Seal(keys);
    this.pseudonymizer = pseudonymizer;
  }

  /** A keyed hash: the same for the same person until the next rotation, and not to be opened. */
  String mark(Pseudonym person) {
    byte[] mark = Arrays.copyOf(hash.hash(person.value()), MARK_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
  }

  /** The person, encrypted. */
  String close(Pseudonym person) {
    return seal.close(person.value());
  }

  /**
   * The person's pseudonym under the newest key.
   *
   * @throws StoreUnavailableException when the key is not at hand: better no answer than one that
   *     overlooks somebody
   */
  Pseudonym open(String sealed) {
    if (!seal.canOpen(sealed)) {
      throw new StoreUnavailableException(
          "a record about a person needs a secret key that is not configured: give it back");
    }
    Pseudonym person = new Pseudonym(seal.open(sealed));
    return pseudonymizer.renewUser(person, Seal.keyId(sealed));
  }
}
