package dev.housecount.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate with a dictionary of what catalogs say. */
final class Deflated {
  /** Part of the format: what was written with it can be read with it only. Frequent words last. */
  private static final byte[] DICTIONARY =
      ("metadata.annotations.metadata.labels.metadata.tags spec.system spec.domain spec.profile."
              + "backstage.io/time-saved internal public external database bucket queue topic "
              + "infrastructure data-pipeline mobile frontend backend worker gateway platform "
              + "payments orders billing search identity notification analytics monitoring "
              + "documentation template resource domain location openapi asyncapi graphql grpc "
              + "system api organization department division guild squad tribe team sub-department "
              + "deprecated experimental production library website service component default "
              + "user:default/group:default/")
          .getBytes(UTF_8);

  private Deflated() {}

  static byte[] pack(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 16);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(DICTIONARY);
      inflater.setInput(packed);
      ByteArrayOutputStream plain = new ByteArrayOutputStream(packed.length * 4 + 16);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IllegalStateException("a stored record ends too early");
        }
        plain.write(buffer, 0, read);
      }
      return plain.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored record cannot be read", e);
    } finally {
      inflater.end();
    }
  }
}
