package dev.housecount.demo;

import java.util.List;

/**
 * A template of the portal.
 *
 * @param steps of its form
 * @param failing share of its runs
 * @param abandoned share of the forms that are opened and left at one of the steps
 * @param minutes that a run saves; 0 where nobody has said
 * @param seconds that a run takes, about
 */
record Template(
    String name,
    String title,
    String type,
    int steps,
    double failing,
    double abandoned,
    int minutes,
    int seconds) {
  /** The popular ones first. */
  static final List<Template> ALL =
      List.of(
          new Template("spring-service", "Spring Boot service", "service", 3, 0.06, 0.25, 240, 95),
          new Template("react-page", "React page", "website", 2, 0.04, 0.2, 180, 60),
          new Template("kafka-topic", "Kafka topic", "resource", 2, 0.12, 0.3, 45, 40),
          new Template(
              "postgres-database", "Postgres database", "resource", 3, 0.18, 0.35, 90, 420),
          new Template("docs-site", "Documentation site", "documentation", 1, 0.02, 0.1, 60, 30),
          new Template("python-library", "Python library", "library", 2, 0.05, 0.25, 120, 50),
          new Template("github-repository", "Repository", "resource", 1, 0.03, 0.15, 20, 15),
          new Template("k8s-namespace", "Kubernetes namespace", "resource", 4, 0.35, 0.55, 60, 150),
          new Template("feature-flag", "Feature flag", "resource", 2, 0.04, 0.2, 0, 8),
          new Template("data-pipeline", "Data pipeline", "service", 5, 0.2, 0.7, 300, 260),
          new Template("legacy-soap", "SOAP service", "service", 6, 0.5, 0.8, 0, 600));

  String ref() {
    return "template:" + Thing.NAMESPACE + "/" + name;
  }
}
