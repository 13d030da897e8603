package dev.housecount.catalog;

import java.util.Map;

/** Takes of an entity what is kept. */
@FunctionalInterface
public interface Reduction {
  /**
   * @param entity JSON as plain values
   * @throws NoEntityException when it is none
   */
  CapturedEntity of(Map<String, Object> entity);
}
