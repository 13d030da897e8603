package dev.housecount.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which Backstage the portal runs, and how that one speaks of its pages. In the middle it is
 * upgraded, from the old frontend system to the new one: other words for the same visits.
 */
enum Release {
  OLD("1.50.2", "0.1.0"),
  NEW("1.57.0", "0.2.0");

  private final Batch.Sender sender;

  Release(String backstage, String module) {
    this.sender = new Batch.Sender(module, backstage, null);
  }

  static Release on(LocalDate day, Plan plan) {
    return day.isBefore(plan.at(0.55)) ? OLD : NEW;
  }

  Batch.Sender sender() {
    return sender;
  }

  /** The share of page loads that are reported twice; the newer module holds most of them back. */
  double doubled() {
    return this == OLD ? 0.5 : 0.05;
  }

  /** The share of searches whose beginnings are reported, too. */
  double typedOn() {
    return this == OLD ? 0.4 : 0.08;
  }

  /** What the app's root says of any page. */
  Map<String, Object> root() {
    return this == OLD ? old(new Page.Old("root", "unknown", "App")) : of("app", "app/root");
  }

  Map<String, Object> context(Page page) {
    if (this == OLD) {
      Page.Old old = page.old();
      return old == null ? root() : old(old);
    }
    String plugin = page.plugin();
    return of(plugin == null ? "app" : plugin, page.extension());
  }

  private static Map<String, Object> of(String plugin, String extension) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("pluginId", plugin);
    context.put("extensionId", extension);
    return context;
  }

  private static Map<String, Object> old(Page.Old old) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("pluginId", old.plugin());
    context.put("routeRef", old.routeRef());
    context.put("extension", old.extension());
    return context;
  }
}
