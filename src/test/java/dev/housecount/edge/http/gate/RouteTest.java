package dev.housecount.edge.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RouteTest {
  /** What a resource answers, as {@code GET /path}. */
  @Test
  void routes_areWhatResourcesAnswer() {
    Set<String> answered = new TreeSet<>();
    for (JavaClass type : resources()) {
      String path = type.getAnnotationOfType(Path.class).value();
      for (JavaMethod method : type.getMethods()) {
        String below =
            method.tryGetAnnotationOfType(Path.class).map(p -> "/" + p.value()).orElse("");
        for (Class<? extends Annotation> verb :
            List.of(GET.class, POST.class, PUT.class, DELETE.class)) {
          if (method.isAnnotatedWith(verb)) {
            answered.add(verb.getSimpleName() + " " + template(path + below));
          }
        }
      }
    }
    Set<String> routed = new TreeSet<>();
    for (Route route : resourceRoutes()) {
      for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
        Route.of(route.template(), method)
            .ifPresent(e -> routed.add(method + " " + template(route.template())));
      }
    }
    assertThat(routed).isEqualTo(answered).isNotEmpty();
  }

  /** Without what the dashboard answers. */
  private static Set<Route> resourceRoutes() {
    Set<Route> routes = EnumSet.complementOf(EnumSet.copyOf(Route.PAGES));
    routes.remove(Route.ASSET);
    return routes;
  }

  /** Without the names in braces, and the expressions that Jakarta REST has behind them. */
  private static String template(String path) {
    return path.replaceAll("\\{.*?}", "{}");
  }

  @Test
  void headIsAGet_whatNothingAnswersNeedsNothing() {
    assertThat(Route.of("/query", "HEAD")).isEqualTo(Route.of("/query", "GET")).isPresent();
    assertThat(Route.of("/collect", "HEAD")).isEmpty();
    assertThat(Route.of("/query", "POST")).isEmpty();
    assertThat(Route.of("/opt-outs/user:default/alice", "PUT")).isPresent();
    assertThat(Route.of("/users/user:default/alice", "PUT")).isEmpty();
    assertThat(Route.OPT_OUTS.methods()).isEqualTo("GET, HEAD, PUT, DELETE, OPTIONS");
    assertThat(Route.COLLECT.methods()).isEqualTo("POST, OPTIONS");
  }

  private static List<JavaClass> resources() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.housecount")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .toList();
  }

  @Test
  void of_slashesAtTheEndsDoNotMatter_othersDo() {
    assertThat(Route.of("collect/")).contains(Route.COLLECT);
    assertThat(Route.of("/collect")).contains(Route.COLLECT);
    assertThat(Route.of("//collect")).isEmpty();
    assertThat(Route.of("/collect/x")).contains(Route.COLLECT_WITH_KEY);
    assertThat(Route.of("/collect/x/y")).isEmpty();
    assertThat(Route.of("")).contains(Route.OVERVIEW);
    assertThat(Route.of("/")).contains(Route.OVERVIEW);
    assertThat(Route.of("/health-of-data/")).contains(Route.HEALTH_OF_DATA);
  }
}
