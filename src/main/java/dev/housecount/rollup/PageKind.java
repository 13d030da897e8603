package dev.housecount.rollup;

/** What a page is to the entity that it is about. */
public enum PageKind {
  /** The entity's own page, or a tab of it. */
  ENTITY,
  /** The tab of the entity's page that shows its documentation. */
  ENTITY_DOCS,
  /** A page of the entity's documentation. */
  DOCS,
  /** The form of a template. */
  TEMPLATE_FORM,
  /** Any other, and every page without an entity. */
  OTHER;

  /** Whether it visits the entity. */
  public boolean isOfEntity() {
    return this == ENTITY || this == ENTITY_DOCS;
  }

  /** Whether the entity's documentation is read on it. */
  public boolean isOfDocs() {
    return this == DOCS || this == ENTITY_DOCS;
  }
}
