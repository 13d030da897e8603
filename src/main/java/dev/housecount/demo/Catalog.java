package dev.housecount.demo;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The portal's catalog on its last day, as Backstage's REST API gives it. */
final class Catalog {
  private static final String TECHDOCS = "backstage.io/techdocs-ref";
  private static final String TIME_SAVED = "backstage.io/time-saved";

  private final Plan plan;

  Catalog(Plan plan) {
    this.plan = plan;
  }

  Stream<Map<String, Object>> entities(Organisation organisation, Software software) {
    Team platform = organisation.owners().get(0);
    return Stream.of(
            organisation.teams().stream().map(Catalog::group),
            organisation.people().stream()
                .filter(person -> person.isThere(plan.end()))
                .map(Catalog::user),
            software.things().stream().map(Catalog::thing),
            Template.ALL.stream().map(template -> template(template, platform)))
        .flatMap(all -> all);
  }

  private static Map<String, Object> group(Team team) {
    Map<String, Object> metadata = metadata(team.namespace(), team.name(), team.title());
    List<Map<String, Object>> relations = new ArrayList<>();
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("type", team.type());
    spec.put("children", List.of());
    if (team.parent() != null) {
      spec.put("parent", team.parent());
      relations.add(relation("childOf", team.parent()));
    }
    return entity("Group", metadata, spec, relations);
  }

  private static Map<String, Object> user(Person person) {
    Map<String, Object> metadata =
        metadata(person.namespace(), person.name(), person.displayName());
    String address = person.name() + "@acme.example";
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("displayName", person.displayName());
    profile.put("email", address);
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("profile", profile);
    spec.put("memberOf", person.teams());
    return entity(
        "User",
        metadata,
        spec,
        person.teams().stream().map(team -> relation("memberOf", team)).toList());
  }

  private static Map<String, Object> thing(Thing thing) {
    Map<String, Object> metadata = metadata(Thing.NAMESPACE, thing.name(), thing.title());
    metadata.put(
        "creationTimestamp", thing.created().atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    if (thing.documented()) {
      metadata.put("annotations", Map.of(TECHDOCS, "dir:."));
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("type", thing.type());
    if (thing.lifecycle() != null) {
      spec.put("lifecycle", thing.lifecycle());
    }
    spec.put("owner", thing.owner());
    List<Map<String, Object>> relations =
        new ArrayList<>(List.of(relation("ownedBy", thing.owner())));
    if (thing.system() != null) {
      spec.put("system", thing.system());
      relations.add(relation("partOf", thing.system()));
    }
    return entity(thing.kind(), metadata, spec, relations);
  }

  private static Map<String, Object> template(Template template, Team owner) {
    Map<String, Object> metadata = metadata(Thing.NAMESPACE, template.name(), template.title());
    if (template.minutes() > 0) {
      metadata.put("annotations", Map.of(TIME_SAVED, "PT" + template.minutes() + "M"));
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("type", template.type());
    spec.put("owner", owner.ref());
    return entity("Template", metadata, spec, List.of(relation("ownedBy", owner.ref())));
  }

  private static Map<String, Object> metadata(String namespace, String name, String title) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("namespace", namespace);
    metadata.put("name", name);
    metadata.put("title", title);
    return metadata;
  }

  private static Map<String, Object> relation(String type, String target) {
    Map<String, Object> relation = new LinkedHashMap<>();
    relation.put("type", type);
    relation.put("targetRef", target);
    return relation;
  }

  private static Map<String, Object> entity(
      String kind,
      Map<String, Object> metadata,
      Map<String, Object> spec,
      List<Map<String, Object>> relations) {
    String group =
        kind.equals("Template") ? "scaffolder.backstage.io/v1beta3" : "backstage.io/v1alpha1";
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("apiVersion", group);
    entity.put("kind", kind);
    entity.put("metadata", metadata);
    entity.put("spec", spec);
    entity.put("relations", relations);
    return entity;
  }
}
