package dev.housecount.edge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner reads, where the file system knows of owners (POSIX). */
public final class PrivateFiles {
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /** Creates the folder and those above it; leaves one that is there as it is. */
  public static Path createFolder(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (Files.isDirectory(folder) || above == null) {
      return folder;
    }
    Files.createDirectories(above);
    return knowsOwners(above)
        ? Files.createDirectory(folder, FOLDER)
        : Files.createDirectory(folder);
  }

  /** Creates the file with its text, or not at all, however the process ends meanwhile. */
  public static void create(Path folder, String name, String text) throws IOException {
    // A temporary file is its owner's from the beginning.
    Path unfinished = Files.createTempFile(createFolder(folder), name, null);
    Files.writeString(unfinished, text);
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean knowsOwners(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
