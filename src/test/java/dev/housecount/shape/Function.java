package dev.housecount.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * How a zip is run as a function. The builds put the zips into target/shapes: see .ci/native.
 *
 * @param command as Lambda's runtime would start it
 */
record Function(String name, Path zip, List<String> command) {
  private static final Path SHAPES = Path.of("target", "shapes");

  /** The binary, which polls by itself. */
  static Function ofNative() {
    Path zip = SHAPES.resolve("native.zip");
    Path bootstrap = unzipped(zip).resolve("bootstrap");
    if (!bootstrap.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make executable: " + bootstrap);
    }
    return new Function("native", zip, List.of(bootstrap.toString()));
  }

  /** The classes in AWS's own runtime interface client, as in its Java runtimes. */
  static Function ofJvm() {
    Path zip = SHAPES.resolve("jvm.zip");
    Path task = unzipped(zip);
    Path client = SHAPES.resolve("runtime-interface-client");
    String classPath = String.join(":", task + "/", task + "/lib/*", client + "/*");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Function(
        "jvm",
        zip,
        List.of(
            java.toString(),
            // As Lambda's Java runtimes start it.
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"));
  }

  private static Path unzipped(Path zip) {
    if (!Files.exists(zip)) {
      throw new IllegalStateException(zip + " is missing; .ci/native builds it");
    }
    try {
      Path folder = Files.createTempDirectory(SHAPES, zip.getFileName() + "-");
      try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
        for (ZipEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
          write(folder, e, entries);
        }
      }
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, ZipEntry entry, InputStream bytes) throws IOException {
    Path file = folder.resolve(entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else {
      Files.createDirectories(file.getParent());
      Files.copy(bytes, file);
    }
  }
}
