package dev.housecount.edge.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A portal of its own that pushes its catalog. */
final class CatalogPusher {
  private static final AtomicInteger USED = new AtomicInteger();

  private final String name = CatalogTokens.portal(USED.getAndIncrement());

  String name() {
    return name;
  }

  RequestSpecification as(String scope) {
    return given().header("Authorization", "Bearer " + CatalogTokens.token(name, scope));
  }

  Response page(String generation, int page, String... lines) {
    return post("generation=" + generation + "&page=" + page, String.join("\n", lines));
  }

  Response complete(String generation, int pages) {
    return post("generation=" + generation + "&complete=true&pages=" + pages, "");
  }

  /** All at once, and complete. */
  ValidatableResponse push(String generation, String... lines) {
    page(generation, 1, lines).then().statusCode(202);
    return complete(generation, 1).then().statusCode(200);
  }

  Response post(String query, String body) {
    return as("catalog")
        .urlEncodingEnabled(false)
        .contentType("application/x-ndjson")
        .body(body.getBytes(UTF_8))
        .post("/catalog?" + query);
  }

  Response gzipped(String query, byte[] body) {
    return as("catalog")
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body(body)
        .post("/catalog?" + query);
  }

  Response status() {
    return as("read").get("/catalog");
  }

  Response headcounts(String... parameters) {
    RequestSpecification request = as("read");
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get("/catalog/headcounts");
  }

  static String component(String name, String owner) {
    return entity(
        "Component",
        name,
        Map.of("type", "service", "lifecycle", "production", "owner", owner),
        List.of(relation("ownedBy", owner)));
  }

  static String group(String name, @Nullable String parent) {
    return entity(
        "Group",
        name,
        parent == null
            ? Map.of("type", "team", "children", List.of())
            : Map.of("type", "team", "children", List.of(), "parent", parent),
        parent == null ? List.of() : List.of(relation("childOf", parent)));
  }

  static String user(String name, String... groups) {
    return entity(
        "User",
        name,
        Map.of(
            "memberOf",
            List.of(groups),
            "profile",
            Map.of("displayName", "Name of " + name, "email", name + "@acme.test")),
        List.of(groups).stream().map(group -> relation("memberOf", group)).toList());
  }

  private static Map<String, Object> relation(String type, String group) {
    String ref = group.contains(":") ? group : "group:default/" + group;
    return Map.of("type", type, "targetRef", ref);
  }

  private static String entity(
      String kind, String name, Map<String, Object> spec, List<Map<String, Object>> relations) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("apiVersion", "backstage.io/v1alpha1");
    entity.put("kind", kind);
    entity.put("metadata", Map.of("name", name, "namespace", "default", "title", "Title " + name));
    entity.put("spec", spec);
    entity.put("relations", relations);
    return Api.json(entity);
  }
}
