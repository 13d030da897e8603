package dev.housecount.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.keys.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyTest {
  private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
  private static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";

  @ParameterizedTest
  @ValueSource(strings = {OLD + "," + NEW, OLD + "\n" + NEW + "\n", "  " + OLD + ", " + NEW})
  void decode_severalKeys_oldestFirst(String text) {
    assertThat(SecretKey.decode(text).ids())
        .hasSize(2)
        .startsWith(SecretKey.decode(OLD).id())
        .isNotEqualTo(SecretKey.decode(NEW + "," + OLD).ids());
  }

  @Test
  void local_keepsItsKey_forItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("new").resolve("data");
    KeyRing keys = SecretKey.local(Optional.of(data));

    assertThat(SecretKey.local(Optional.of(data)).ids()).isEqualTo(keys.ids());
    assertThat(permissions(data)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).hasSize(1).allMatch(file -> permissions(file).equals("rw-------"));
    }
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void decode_noKey_saysHowToMakeOne_andDoesNotRepeatIt() {
    for (String bad : new String[] {"", "secret!", "c2hvcnQ=", OLD + ",", OLD + "," + OLD}) {
      assertThatThrownBy(() -> SecretKey.decode(bad))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("openssl rand -base64 32")
          .hasNoCause()
          .message()
          .doesNotContain(OLD, "secret!");
    }
  }
}
