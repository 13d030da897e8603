package dev.housecount.insights;

import java.util.HashMap;
import java.util.Map;

/** Forms of which none is a sum of multiples of the others. */
final class Basis {
  private final Map<Integer, Form> byLast = new HashMap<>();
  private long work;

  /** Takes a form unless those that are there add up to it. */
  boolean isNew(Form form) {
    Form rest = form;
    while (!rest.isZero()) {
      Form known = byLast.get(rest.last());
      if (known == null) {
        byLast.put(rest.last(), rest.scaled(rest.last()));
        return true;
      }
      work += rest.size() + known.size();
      rest = rest.minus(known, rest.factor(rest.last()));
    }
    return false;
  }

  /** What has been done so far, in steps. */
  long work() {
    return work;
  }
}
