package dev.housecount.sealed;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import dev.housecount.event.Pseudonym;
import dev.housecount.store.RecordKey;
import dev.housecount.store.StoredRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * People who got their ordinals at once.
 *
 * @param first the ordinal of the first of them
 * @param version above 0
 * @param keyId the key under which their pseudonyms are
 * @param people in the order of their pseudonyms, so that the ordinals tell nothing; null for one
 *     who was erased
 */
record Block(
    int first, long version, String keyId, Instant createdAt, List<@Nullable Pseudonym> people) {
  static final String PARTITION = "ordinals";

  /** So many fit a record. */
  static final int MOST = 15_000;

  private static final int FORMAT = 1;

  /** 26 characters of 5 bits. */
  private static final int BYTES = 17;

  private static final int RADIX = 32;

  /** The digits of {@link BigInteger} in the place of a pseudonym's characters. */
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz234567";

  /** The key of the block that begins with an ordinal. */
  static RecordKey key(int first) {
    return new RecordKey(PARTITION, String.format(Locale.ROOT, "%010d", first));
  }

  StoredRecord record() {
    ByteWriter to =
        new ByteWriter()
            .number(FORMAT)
            .text(keyId)
            .number(createdAt.toEpochMilli())
            .number(people.size());
    people.forEach(person -> to.raw(bytes(person)));
    return new StoredRecord(key(first), version, to.toBytes(), null);
  }

  static Block of(StoredRecord record) {
    ByteReader from = new ByteReader(record.data());
    if (from.number() != FORMAT) {
      throw new IllegalStateException("ordinals were written by a newer Housecount");
    }
    String keyId = from.text();
    Instant createdAt = Instant.ofEpochMilli(from.number());
    int count = from.integer();
    List<@Nullable Pseudonym> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      people.add(person(from.raw(BYTES)));
    }
    int first = Integer.parseInt(record.key().sort());
    return new Block(first, record.version(), keyId, createdAt, people);
  }

  /** The same without some, whose ordinals stay nobody's. */
  Block without(List<Integer> ordinals) {
    List<@Nullable Pseudonym> left = new ArrayList<>(people);
    ordinals.forEach(ordinal -> left.set(ordinal - first, null));
    return new Block(first, version + 1, keyId, createdAt, left);
  }

  private static byte[] bytes(@Nullable Pseudonym person) {
    byte[] bytes = new byte[BYTES];
    if (person != null) {
      StringBuilder digits = new StringBuilder();
      for (int i = 1; i < person.value().length(); i++) {
        digits.append(Character.forDigit(CHARACTERS.indexOf(person.value().charAt(i)), RADIX));
      }
      byte[] number = new BigInteger(digits.toString(), RADIX).toByteArray();
      System.arraycopy(number, 0, bytes, BYTES - number.length, number.length);
    }
    return bytes;
  }

  /** A hash of nothing but zeros is nobody's. */
  private static @Nullable Pseudonym person(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    if (number.signum() == 0) {
      return null;
    }
    String digits = number.toString(RADIX);
    StringBuilder text = new StringBuilder().append(Pseudonym.MARK);
    text.append("a".repeat(BYTES * Byte.SIZE / 5 - 1 - digits.length()));
    for (int i = 0; i < digits.length(); i++) {
      text.append(CHARACTERS.charAt(Character.digit(digits.charAt(i), RADIX)));
    }
    return new Pseudonym(text.toString());
  }
}
