import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * {@code java -classpath LIBRARIES Bundle.java SOURCES WORK OUTPUT}: makes the dashboard's files of its sources. Of each
 * there is one compressed form beside the other and no plain one. Does nothing when nothing has changed.
 */
public final class Bundle {
  private static final String MODULES = "META-INF/resources/_static/";

  /** What no bundle takes: ready-made bundles and types. */
  private static final Pattern UNUSED = Pattern.compile("[^/]+/dist/.*|.*\\.d\\.ts|.*\\.map|.*\\.html");

  /** Not sources: what npm and the tests have in the same folder. */
  private static final Pattern NO_SOURCE = Pattern.compile("(node_modules|browser|test)(/.*)?|.*\\.test\\.ts|.*\\.mjs");

  private static final Pattern REFERENCE = Pattern.compile("(src|href)=\"/([a-z]+)\\.(ts|css)\"");
  private static final Pattern STATIC_IMPORT = Pattern.compile("(?:from|import)\\s*\"\\./([A-Za-z0-9_.-]+\\.js)\"");
  private static final String NOTICES = "third-party";

  private final Path sources;
  private final Path work;
  private final Path output;
  private final List<Path> jars;

  private Bundle(Path sources, Path work, Path output, List<Path> jars) {
    this.sources = sources;
    this.work = work;
    this.output = output;
    this.jars = jars;
  }

  public static void main(String... args) throws Exception {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.endsWith(".jar"))
            .map(Path::of)
            .toList();
    new Bundle(Path.of(args[0]).normalize(), Path.of(args[1]), Path.of(args[2]), jars).run();
  }

  private void run() throws Exception {
    Path stamp = work.resolve("stamp");
    String now = digest();
    if (Files.exists(output.resolve("index.html.gz")) && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    Files.deleteIfExists(stamp);
    delete(output);
    delete(work.resolve("bundle"));
    Path esbuild = unpack();
    Path bundle = bundle(esbuild);
    Path notices = notices(bundle);
    Files.writeString(bundle.resolve("index.html"), page(bundle, notices));
    compress(bundle);
    Files.writeString(stamp, now);
  }

  /** Of all that has a say in what comes out. */
  private String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path source : sources()) {
      update(digest, sources.relativize(source).toString());
      digest.update(Files.readAllBytes(source));
    }
    jars.forEach(jar -> update(digest, jar.getFileName().toString()));
    for (Path own : List.of(Path.of("pom.xml"), Path.of("Bundle.java"))) {
      digest.update(Files.readAllBytes(own.toAbsolutePath()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> children = Files.list(sources)) {
      for (Path child : children.filter(this::isSource).sorted().toList()) {
        try (Stream<Path> files = Files.walk(child)) {
          files.filter(Files::isRegularFile).filter(this::isSource).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  private boolean isSource(Path path) {
    String name = sources.relativize(path).toString().replace(File.separatorChar, '/');
    return !NO_SOURCE.matcher(name).matches();
  }

  /** The libraries as esbuild looks for them; returns esbuild itself. */
  private Path unpack() throws IOException {
    Path modules = work.resolve("modules");
    delete(modules);
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().filter(e -> e.getName().startsWith(MODULES) && !e.isDirectory()).toList()) {
          unpack(zip, entry, modules);
        }
      }
    }
    Optional<Path> esbuild;
    try (Stream<Path> files = Files.walk(modules)) {
      esbuild = files.filter(file -> file.getFileName().toString().matches("esbuild(\\.exe)?")).findFirst();
    }
    Path found =
        esbuild.orElseThrow(
            () ->
                new IOException(
                    "infra/web/pom.xml names no esbuild for this platform (%s, %s): add a profile"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
    if (!found.toFile().setExecutable(true)) {
      throw new IOException("cannot make esbuild executable: " + found);
    }
    return found;
  }

  /** {@code _static/echarts/6.0.0/index.js} becomes {@code echarts/index.js}. */
  private static void unpack(ZipFile zip, ZipEntry entry, Path modules) throws IOException {
    String[] parts = entry.getName().substring(MODULES.length()).split("/", 3);
    String name = parts[0] + "/" + parts[parts.length - 1];
    Path target = modules.resolve(name).normalize();
    if (parts.length == 3 && !UNUSED.matcher(name).matches() && target.startsWith(modules)) {
      Files.createDirectories(target.getParent());
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, target);
      }
    }
  }

  /** Of a copy: beside the sources npm may have put libraries of its own. */
  private Path bundle(Path esbuild) throws IOException, InterruptedException {
    Path copy = work.resolve("sources");
    delete(copy);
    for (Path source : sources()) {
      Path target = copy.resolve(sources.relativize(source).toString());
      Files.createDirectories(target.getParent());
      Files.copy(source, target);
    }
    Path bundle = work.resolve("bundle");
    List<String> command = new ArrayList<>(List.of(esbuild.toAbsolutePath().toString()));
    try (Stream<Path> files = Files.list(copy)) {
      files.map(file -> file.getFileName().toString()).filter(name -> name.matches("main\\.ts|.*\\.css")).sorted().forEach(command::add);
    }
    command.addAll(
        List.of(
            "--bundle",
            "--minify",
            "--splitting",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--legal-comments=linked",
            "--entry-names=[name]-[hash]",
            "--chunk-names=chunk-[hash]",
            "--asset-names=[name]-[hash]",
            "--log-level=warning",
            "--outdir=" + bundle.resolve("assets").toAbsolutePath()));
    ProcessBuilder process = new ProcessBuilder(command).directory(copy.toFile()).inheritIO();
    process.environment().put("NODE_PATH", work.resolve("modules").toAbsolutePath().toString());
    int code = process.start().waitFor();
    if (code != 0) {
      throw new IOException("esbuild ended with " + code);
    }
    return bundle;
  }

  /** The licences and notices of the libraries, whole. */
  private Path notices(Path bundle) throws Exception {
    StringBuilder text = new StringBuilder("The dashboard contains parts of the following works.\n");
    Path modules = work.resolve("modules");
    try (Stream<Path> files = Files.walk(modules)) {
      for (Path file : files.filter(Bundle::isNotice).sorted().toList()) {
        text.append("\n\n==== ").append(modules.relativize(file).toString().replace('\\', '/')).append("\n\n");
        text.append(Files.readString(file));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 4);
    return Files.write(bundle.resolve("assets").resolve(NOTICES + "-" + hash + ".txt"), bytes);
  }

  private static boolean isNotice(Path file) {
    return file.getFileName().toString().matches("(LICENSE|NOTICE|CopyrightNotice)[^/]*");
  }

  /** The page with the names of what was made, and what its script will ask for at once. */
  private String page(Path bundle, Path notices) throws IOException {
    String page = Files.readString(sources.resolve("index.html"));
    List<String> made = new ArrayList<>();
    try (Stream<Path> files = Files.list(bundle.resolve("assets"))) {
      files.map(file -> file.getFileName().toString()).forEach(made::add);
    }
    String linked =
        REFERENCE
            .matcher(page)
            .replaceAll(m -> Matcher.quoteReplacement("%s=\"/assets/%s\"".formatted(m.group(1), hashed(made, m))));
    StringBuilder links = new StringBuilder();
    for (String name : preloads(bundle.resolve("assets"), made)) {
      links.append("<link rel=\"modulepreload\" href=\"/assets/").append(name).append("\">\n");
    }
    links.append("<link rel=\"license\" href=\"/assets/").append(notices.getFileName()).append("\">\n");
    if (!linked.contains("</head>")) {
      throw new IOException("index.html has no </head>");
    }
    return linked.replaceFirst("\\s*</head>", Matcher.quoteReplacement("\n" + links + "</head>"));
  }

  private static String hashed(List<String> made, java.util.regex.MatchResult reference) {
    String extension = reference.group(3).equals("ts") ? "js" : reference.group(3);
    Pattern name = Pattern.compile(Pattern.quote(reference.group(2)) + "-[A-Z0-9]{8}\\." + extension);
    return made.stream()
        .filter(name.asMatchPredicate())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("index.html asks for what is not made: " + reference.group()));
  }

  private static List<String> preloads(Path assets, List<String> made) throws IOException {
    List<String> found = new ArrayList<>();
    for (String main : made.stream().filter(name -> name.matches("main-[A-Z0-9]{8}\\.js")).toList()) {
      STATIC_IMPORT.matcher(Files.readString(assets.resolve(main))).results().map(m -> m.group(1)).forEach(found::add);
    }
    return found.stream().distinct().sorted().toList();
  }

  private void compress(Path bundle) throws IOException {
    boolean brotli = Brotli4jLoader.isAvailable();
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] plain = Files.readAllBytes(file);
        String target = output.resolve(bundle.relativize(file).toString()).toString();
        Files.createDirectories(Path.of(target).getParent());
        Files.write(Path.of(target + ".gz"), gzip(plain));
        if (brotli) {
          Files.write(Path.of(target + ".br"), Encoder.compress(plain, new Encoder.Parameters().setQuality(11)));
        }
      }
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
