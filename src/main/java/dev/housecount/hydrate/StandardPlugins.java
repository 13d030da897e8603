package dev.housecount.hydrate;

import java.util.HashMap;
import java.util.Map;

/**
 * The routes and tabs at which plugins stand where a portal says nothing else: Backstage's own as
 * their packages of 1.50 to 1.57 have them, the community's as their packages or READMEs do. Tabs
 * at which portals put now one plugin, now another ({@code ci-cd}, {@code pull-requests}) are not
 * here: a guess is no id.
 */
final class StandardPlugins {
  /** Plugins whose route is their id. */
  private static final String[] ROUTES_AS_IDS = {
    "adoption-insights",
    "announcements",
    "apache-airflow",
    "api-docs",
    "bazaar",
    "bulk-import",
    "catalog",
    "catalog-graph",
    "catalog-import",
    "catalog-unprocessed-entities",
    "copilot",
    "cost-insights",
    "devtools",
    "explore",
    "gcp-projects",
    "graphiql",
    "home",
    "kubernetes",
    "lighthouse",
    "lightspeed",
    "mui-to-bui",
    "newrelic",
    "notifications",
    "opencost",
    "orchestrator",
    "playlist",
    "qeta",
    "rbac",
    "search",
    "signals",
    "tech-insights",
    "tech-radar",
    "xcmetrics"
  };

  /** Plugins whose tab is their id. */
  private static final String[] TABS_AS_IDS = {
    "airbrake",
    "allure",
    "api-docs",
    "bazaar",
    "catalog-graph",
    "circleci",
    "code-coverage",
    "dynatrace",
    "github-actions",
    "grafana",
    "jenkins",
    "kafka",
    "kubernetes",
    "lighthouse",
    "linguist",
    "newrelic-dashboard",
    "nomad",
    "octopus-deploy",
    "pagerduty",
    "periskop",
    "puppetdb",
    "quay",
    "rollbar",
    "sentry",
    "sonarqube",
    "tech-insights",
    "techdocs",
    "tekton",
    "todo",
    "topology",
    "vault"
  };

  static final Map<String, String> ROUTES =
      table(
          ROUTES_AS_IDS,
          Map.of(
              "azure-pull-requests", "azure-devops",
              "create", "scaffolder",
              "devtools/unprocessed-entities", "catalog-unprocessed-entities",
              "docs", "techdocs",
              "oauth2", "auth",
              "settings", "user-settings",
              "visualizer", "app-visualizer"));

  static final Map<String, String> TABS =
      table(
          TABS_AS_IDS,
          Map.of(
              "adrs", "adr",
              "api", "api-docs",
              "apis", "api-docs",
              "definition", "api-docs",
              "docs", "techdocs",
              "git-tags", "azure-devops",
              "todos", "todo"));

  private StandardPlugins() {}

  private static Map<String, String> table(String[] asIds, Map<String, String> others) {
    Map<String, String> table = new HashMap<>(others);
    for (String id : asIds) {
      table.put(id, id);
    }
    return Map.copyOf(table);
  }
}
