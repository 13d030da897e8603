package dev.housecount.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Keeps the folder of the build, and with it perhaps its user's name, out of the native binary:
 * configuration sources carry it in their names. Runs in the image builder only.
 */
public final class NeutralImage implements Feature {
  @Override
  public void duringSetup(DuringSetupAccess access) {
    List<String> folders =
        access.getApplicationClassPath().stream()
            .map(Path::getParent)
            .filter(Objects::nonNull)
            .map(Path::toString)
            .distinct()
            .toList();
    access.registerObjectReplacer(
        object -> object instanceof String text ? neutral(text, folders) : object);
  }

  private static String neutral(String text, List<String> folders) {
    String neutral = text;
    for (String folder : folders) {
      neutral = neutral.contains(folder) ? neutral.replace(folder, "") : neutral;
    }
    return neutral;
  }
}
