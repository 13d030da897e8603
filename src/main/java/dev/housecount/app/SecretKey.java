package dev.housecount.app;

import dev.housecount.edge.local.PrivateFiles;
import dev.housecount.edge.secrets.SecretsManager;
import dev.housecount.keys.KeyRing;
import dev.housecount.keys.KeyedHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/** Where the secret key comes from. */
final class SecretKey {
  static final String MISSING =
      "housecount.secret-key is missing. Set HOUSECOUNT_SECRET_KEY to at least "
          + KeyedHash.MIN_KEY_BYTES
          + " random bytes in base64, for example from: openssl rand -base64 32. On AWS rather set"
          + " HOUSECOUNT_SECRET_KEY_ARN to the ARN of a secret in Secrets Manager that holds it.";

  private static final String FILE = "secret-key";

  private SecretKey() {}

  /**
   * @throws IllegalStateException when there is none, or it is too short; says how to set it
   */
  static KeyRing of(HousecountConfig config) {
    if (config.secretKey().isPresent()) {
      return decode(config.secretKey().get());
    }
    if (config.secretKeyArn().isPresent()) {
      return decode(inAws(config.secretKeyArn().get()));
    }
    if (config.local().enabled()) {
      return local(config.local().data());
    }
    throw new IllegalStateException(MISSING);
  }

  /** Whether the environment, which is all that Lambda's settings are, names no key. */
  static boolean isMissing(Map<String, String> environment) {
    return Stream.of("HOUSECOUNT_SECRET_KEY", "HOUSECOUNT_SECRET_KEY_ARN")
        .allMatch(name -> environment.getOrDefault(name, "").isBlank());
  }

  private static String inAws(String arn) {
    return new SecretsManager(System.getenv(), EnvironmentVariableCredentialsProvider.create())
        .read(arn);
  }

  /** One key or several, oldest first, with commas or white space between them. */
  static KeyRing decode(String text) {
    try {
      return new KeyRing(
          Stream.of(text.strip().split("[\\s,]+", -1)).map(Base64.getDecoder()::decode).toList());
    } catch (IllegalArgumentException e) {
      // Its message can repeat the key: it is neither told nor kept as the cause.
    }
    throw new IllegalStateException(
        "housecount.secret-key (HOUSECOUNT_SECRET_KEY, or the secret of HOUSECOUNT_SECRET_KEY_ARN) is not base64 of at least "
            + KeyedHash.MIN_KEY_BYTES
            + " bytes, or several such keys, each different; make one with: openssl rand -base64 32");
  }

  /** Data that outlives the process needs a key that does. */
  static KeyRing local(Optional<Path> data) {
    if (data.isEmpty()) {
      return KeyRing.of(random());
    }
    Path file = data.get().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        PrivateFiles.create(data.get(), FILE, Base64.getEncoder().encodeToString(random()));
      }
      return decode(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write the key file " + file, e);
    }
  }

  private static byte[] random() {
    byte[] key = new byte[KeyedHash.MIN_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
