package dev.housecount.edge.http;

import dev.housecount.catalog.UserFacts;
import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import dev.housecount.person.Holdings.Held;
import dev.housecount.person.Receipt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is said of a person, as members of a JSON object in the order in which they are shown. */
final class PersonJson {
  private PersonJson() {}

  /**
   * @param inCatalogs what catalogs say of the person, by portal
   */
  static Map<String, Object> of(Held held, Map<String, UserFacts> inCatalogs) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("user", held.user().value());
    members.put("keyIds", held.keyIds());
    members.put("optedOut", held.optedOut());
    members.put("nameKept", held.nameKept());
    Map<String, Object> catalogs = new TreeMap<>();
    inCatalogs.forEach((portal, facts) -> catalogs.put(portal, of(facts)));
    members.put("catalog", catalogs);
    members.put("erasures", held.erasures().stream().map(PersonJson::of).toList());
    return members;
  }

  private static Map<String, Object> of(UserFacts facts) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("groups", facts.groups().stream().map(EntityRef::toString).toList());
    members.put("identity", FieldValue.plainOf(facts.identity()));
    return members;
  }

  static Map<String, Object> of(Receipt receipt) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", receipt.id());
    members.put("requestedAt", receipt.requestedAt().toString());
    Instant completed = receipt.completedAt();
    if (completed != null) {
      members.put("completedAt", completed.toString());
    }
    members.put("keyIds", String.join(",", receipt.keyIds()));
    members.putAll(receipt.erased().figures());
    return members;
  }
}
