package dev.housecount.shape;

import dev.housecount.template.Permission;
import dev.housecount.template.Template;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lets one function's calls through to AWS: those that the template allows it. */
final class Door {
  private final Set<Permission> allowed;
  private final Set<Permission> used = ConcurrentHashMap.newKeySet();
  private final List<Permission> refused = new CopyOnWriteArrayList<>();

  /**
   * @param function its logical id
   */
  Door(String function) {
    allowed = Set.copyOf(Template.read().permissions(function));
  }

  /** Whether a call may pass; remembers it either way. */
  boolean lets(Collection<Permission> needed) {
    used.addAll(needed);
    if (allowed.containsAll(needed)) {
      return true;
    }
    refused.addAll(needed);
    return false;
  }

  Set<Permission> allowed() {
    return allowed;
  }

  Set<Permission> used() {
    return used;
  }

  /** Empty where the template allows all that was tried. */
  List<Permission> refused() {
    return refused;
  }
}
