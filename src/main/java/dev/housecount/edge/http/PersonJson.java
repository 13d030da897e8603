package dev.housecount.edge.http;

import dev.housecount.person.Holdings.Held;
import dev.housecount.person.Receipt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of a person, as members of a JSON object in the order in which they are shown. */
final class PersonJson {
  private PersonJson() {}

  static Map<String, Object> of(Held held) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("user", held.user().value());
    members.put("keyIds", held.keyIds());
    members.put("optedOut", held.optedOut());
    members.put("nameKept", held.nameKept());
    members.put("erasures", held.erasures().stream().map(PersonJson::of).toList());
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
