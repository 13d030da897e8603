package dev.housecount.edge.backstage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the catalog's entities.
 *
 * @param items as plain values; members that are null are left out
 * @param next leads to the page behind this one; null behind the last. It can hold a person's name
 * @param total how many there are on all pages; -1 when the catalog did not say
 */
record EntityPage(List<Map<String, Object>> items, @Nullable String next, int total) {}
