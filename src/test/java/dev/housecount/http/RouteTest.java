package dev.housecount.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  @Test
  void everyResourceHasARoute() {
    List<JavaClass> resources =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.housecount")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .toList();
    assertThat(resources)
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(Route.of(type.getAnnotationOfType(Path.class).value())).isPresent());
  }

  @Test
  void of_slashesAtTheEndsDoNotMatter_othersDo() {
    assertThat(Route.of("collect/")).contains(Route.COLLECT);
    assertThat(Route.of("/collect")).contains(Route.COLLECT);
    assertThat(Route.of("//collect")).isEmpty();
    assertThat(Route.of("/collect/x")).contains(Route.COLLECT_WITH_KEY);
    assertThat(Route.of("/collect/x/y")).isEmpty();
    assertThat(Route.of("")).isEmpty();
    assertThat(Route.of("/")).isEmpty();
  }
}
