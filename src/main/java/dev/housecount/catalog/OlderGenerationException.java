package dev.housecount.catalog;

/** A generation that began later is the catalog already. */
public final class OlderGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OlderGenerationException() {
    super("a generation that began later is the catalog already");
  }
}
