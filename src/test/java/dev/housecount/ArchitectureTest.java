package dev.housecount;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.arc.profile.UnlessBuildProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The house: what each package says that it uses is what it uses, and no arrow leads upwards. */
class ArchitectureTest {
  private static final String ROOT = "dev.housecount.";
  private static final Path SOURCES = Path.of("src/main/java/dev/housecount");

  /** The core, from the ground up. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("bytes", "event", "telemetry", "keys", "access"),
          Set.of("scrub.detect", "scrub", "hydrate", "store", "marks"),
          Set.of("collect", "rotation", "timeline", "catalog"),
          Set.of("query", "rollup"),
          Set.of("sealed", "insights", "counts", "recognition", "health"));

  private static final String BESIDE = "person";

  /** Of no path: a command that only knows the API from outside. */
  private static final String OUTSIDE = "demo";

  private static final Pattern USES = Pattern.compile("<p>Uses (.*?)[.]\\s", Pattern.DOTALL);
  private static final Pattern IMPORT =
      Pattern.compile("import (?:static )?dev[.]housecount[.]([a-z.]+)[.][A-Z]");
  private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.housecount");

  private static final Map<String, Set<String>> USED = used();

  @Test
  void eachPackageSaysToTheLetterWhatItUses() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, Set<String>> used : USED.entrySet()) {
      if (!used.getKey().equals("app")) { // it knows all
        all.assertThat(said(used.getKey())).as(used.getKey()).isEqualTo(used.getValue());
      }
    }
    all.assertAll();
  }

  @Test
  void noArrowOfTheCoreLeadsUpwards() {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      Set<String> below = new TreeSet<>();
      FLOORS.subList(0, floor + 1).forEach(below::addAll);
      for (String name : FLOORS.get(floor)) {
        assertThat(below).as(name).containsAll(USED.getOrDefault(name, Set.of()));
      }
    }
    assertThat(core()).containsAll(USED.getOrDefault(BESIDE, Set.of()));
  }

  @Test
  void edgesKnowNoOtherEdge() {
    USED.forEach(
        (name, uses) -> {
          if (name.startsWith("edge")) {
            assertThat(uses).as(name).allMatch(used -> core().contains(used) || isRoom(name, used));
          }
        });
  }

  @Test
  void everyPackageHasItsPlace() {
    assertThat(USED.keySet())
        .allMatch(
            name ->
                core().contains(name)
                    || Set.of("app", OUTSIDE).contains(name)
                    || name.startsWith("edge"));
  }

  /** LambdaMain does not lead to it: the native function has nothing of it. */
  @Test
  void onlyItsCommandAndTheFirstRunLeadOutside() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + OUTSIDE)
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "app.DemoCommand")
        .and()
        .haveNameNotMatching(ROOT.replace(".", "[.]") + "app[.]FirstRun([$].*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + OUTSIDE)
        .check(CLASSES);
    assertThat(CLASSES.get(ROOT + "app.FirstRun").getAnnotationOfType(UnlessBuildProfile.class))
        .extracting(UnlessBuildProfile::value)
        .isEqualTo("lambda");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "app.Main")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "app.DemoCommand")
        .and() // constants
        .haveNameNotMatching(ROOT.replace(".", "[.]") + "app[.]FirstRun([$].*)?")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + "app.DemoCommand")
        .check(CLASSES);
  }

  @Test
  void noCircle() {
    USED.forEach((name, uses) -> assertThat(reached(name, uses)).as(name).doesNotContain(name));
  }

  @Test
  void theCoreKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(packagesOfTheCore())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.vertx..",
            "io.smallrye..",
            "jakarta..",
            "org.eclipse..",
            "org.jboss..",
            "software.amazon..",
            "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void timeIsPassedIn() {
    noClasses()
        .that()
        .resideInAnyPackage(packagesOfTheCore())
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .check(CLASSES);
  }

  /** Rooms of one edge know each other; {@link #noCircle} says which way. */
  private static boolean isRoom(String name, String used) {
    return used.startsWith("edge.http") && name.startsWith("edge.http");
  }

  private static Set<String> core() {
    Set<String> core = new TreeSet<>(Set.of(BESIDE));
    FLOORS.forEach(core::addAll);
    return core;
  }

  private static String[] packagesOfTheCore() {
    return core().stream().map(ROOT::concat).toArray(String[]::new);
  }

  private static Set<String> reached(String name, Set<String> uses) {
    Set<String> reached = new TreeSet<>();
    uses.stream()
        .filter(used -> !used.equals(name))
        .forEach(
            used -> {
              reached.add(used);
              reached.addAll(reached(used, USED.getOrDefault(used, Set.of())));
            });
    return reached;
  }

  private static Set<String> said(String name) throws IOException {
    String info =
        Files.readString(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"));
    Matcher uses = USES.matcher(info.replace("\n * ", " ").replace("\n */", " "));
    if (!uses.find()) {
      return Set.of();
    }
    return NAME.matcher(uses.group(1)).results().map(found -> found.group(1)).collect(set());
  }

  /** By what the compiler left and by the imports: constants leave no trace in classes. */
  private static Map<String, Set<String>> used() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (!type.getSimpleName().equals("package-info")) {
        used.computeIfAbsent(name(type), name -> new TreeSet<>()).addAll(uses(type));
      }
    }
    used.forEach((name, uses) -> uses.addAll(imported(name)));
    return used;
  }

  private static Set<String> imported(String name) {
    Set<String> imported = new TreeSet<>();
    try (DirectoryStream<Path> sources =
        Files.newDirectoryStream(SOURCES.resolve(name.replace('.', '/')), "*.java")) {
      for (Path source : sources) {
        IMPORT.matcher(Files.readString(source)).results().forEach(m -> imported.add(m.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    imported.remove(name);
    return imported;
  }

  private static Set<String> uses(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> target.getPackageName().startsWith(ROOT))
        .map(ArchitectureTest::name)
        .filter(name -> !name.equals(name(type)))
        .collect(set());
  }

  private static String name(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }

  private static Collector<String, ?, TreeSet<String>> set() {
    return toCollection(TreeSet::new);
  }
}
