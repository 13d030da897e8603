package dev.housecount.catalog;

/** A generation without an entity, and its sender did not say that this is meant. */
public final class EmptyGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EmptyGenerationException() {
    super("the generation has no entity; empty=true says that this is meant");
  }
}
