package dev.housecount;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The allowed directions, without exceptions: the package list is the data's path. */
class ArchitectureTest {
  private static final String ROOT = "dev.housecount.";
  private static final String[] CORE = {
    "event",
    "collect",
    "scrub",
    "scrub.detect",
    "hydrate",
    "store",
    "noise",
    "query",
    "telemetry",
    "person"
  };
  private static final String[] EDGES = {
    "http", "dynamodb", "local", "metrics", "policy", "secrets", "jwt"
  };

  /** What each package may depend on, itself aside. */
  private static final Map<String, String[]> MAY_USE =
      Map.ofEntries(
          Map.entry("event", new String[] {}),
          Map.entry("scrub", new String[] {"event", "scrub.detect"}),
          Map.entry("scrub.detect", new String[] {}),
          Map.entry("hydrate", new String[] {"event"}),
          Map.entry("store", new String[] {"event"}),
          Map.entry("noise", new String[] {"event"}),
          Map.entry("query", new String[] {"event", "hydrate", "store", "noise", "scrub"}),
          Map.entry("collect", new String[] {"event", "scrub", "hydrate", "store"}),
          Map.entry("person", new String[] {"event", "collect", "scrub", "hydrate", "store"}),
          Map.entry("http", CORE),
          Map.entry("dynamodb", CORE),
          Map.entry("local", new String[] {}),
          Map.entry("policy", new String[] {"event", "scrub", "scrub.detect", "store"}),
          Map.entry("metrics", new String[] {"telemetry"}),
          Map.entry("telemetry", new String[] {}),
          Map.entry("secrets", new String[] {}),
          Map.entry("jwt", new String[] {"event", "collect"}));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.housecount");

  @Test
  void packagesUseOnlyWhatTheyMay() {
    MAY_USE.forEach(
        (name, others) ->
            classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are its own, allowed or foreign",
                        type ->
                            !type.getPackageName().startsWith("dev.housecount")
                                || Stream.concat(Stream.of(name), Arrays.stream(others))
                                    .anyMatch(
                                        allowed -> type.getPackageName().equals(ROOT + allowed))))
                .check(CLASSES));
  }

  @Test
  void theCoreKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(CORE))
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
  void nobodyKnowsTheWiring() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "app")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "app")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNamedHere() {
    classes()
        .should()
        .resideInAnyPackage(
            packages(
                Stream.of(CORE, EDGES, new String[] {"app"})
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new)))
        .check(CLASSES);
  }

  @Test
  void noCycles() {
    slices().matching("dev.housecount.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void timeIsPassedIn() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(CORE))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .check(CLASSES);
  }

  private static String[] packages(String[] names) {
    return Arrays.stream(names).map(name -> ROOT + name).toArray(String[]::new);
  }
}
