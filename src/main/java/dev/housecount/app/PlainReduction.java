package dev.housecount.app;

import dev.housecount.catalog.*;
import dev.housecount.event.*;
import dev.housecount.keys.Pseudonymizer;
import java.util.List;
import java.util.Map;

/** Until capture is there. */
record PlainReduction(Pseudonymizer pseudonymizer) implements Reduction {
  @Override
  public CapturedEntity of(Map<String, Object> entity) {
    Map<?, ?> metadata = entity.get("metadata") instanceof Map<?, ?> m ? m : Map.of();
    Map<?, ?> spec = entity.get("spec") instanceof Map<?, ?> map ? map : Map.of();
    EntityRef ref =
        new EntityRef(
            String.valueOf(entity.get("kind")),
            metadata.containsKey("namespace")
                ? String.valueOf(metadata.get("namespace"))
                : "default",
            String.valueOf(metadata.get("name")));
    if (ref.isUser()) {
      List<?> groups = spec.get("memberOf") instanceof List<?> list ? list : List.of();
      return new UserFacts(
          pseudonymizer.user(ref.toString()),
          groups.stream()
              .map(g -> EntityRef.parse(String.valueOf(g), "group").orElseThrow())
              .toList(),
          Map.of("metadata.namespace", new FieldValue.Text(ref.namespace())),
          true);
    }
    return new EntityFacts(
        ref,
        (String) spec.get("type"),
        (String) spec.get("lifecycle"),
        spec.get("owner") == null
            ? null
            : EntityRef.parse((String) spec.get("owner"), "group").orElseThrow().toString(),
        (String) metadata.get("title"),
        Map.of(),
        null,
        null,
        null,
        ref.kind().equals("group")
            ? new GroupPlace(
                spec.get("parent") == null
                    ? List.of()
                    : List.of(EntityRef.parse((String) spec.get("parent"), "group").orElseThrow()),
                true)
            : null);
  }
}
