package dev.housecount.edge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Deflate (RFC 1951, raw) with a preset dictionary of what Backstage's own plugins write into
 * events. The text is part of the format: changing a letter makes stored chunks unreadable, so a
 * new text is a new {@link ChunkCodec#FORMAT}.
 */
final class PortalDictionary {
  /** Deflate finds strings near the end cheapest: the most frequent stand last. */
  private static final byte[] TEXT =
      String.join(
              "",
              "catalog-import:main,api-docs:root,search:page,settings,user-settings,explore,tech-radar,",
              "kubernetes,github-actions,ci-cd,cost-insights,lighthouse,sonarqube,pagerduty,argocd,grafana,",
              "notifications,home,homepage,devtools,kafka,jenkins,azure-devops,gitlab,sentry,announcements,",
              "resource,system,domain,location,group,user,api,template,website,library,service,production,",
              "[\"signIn\",\"success\",{},{\"signOut\",\"retried\",\"cancelled\",\"not-found\",",
              "[\"discover\",\"",
              "[\"catalog_search\",\"\",{\"resultCount\":0,\"productive\":false,\"productive\":true},",
              "[\"create\",\"Task has been created\",{},{\"pluginId\":\"scaffolder\",\"routeRef\":\"scaffolder:",
              "\",\"extension\":\"ScaffolderPage\",\"entityRef\":\"template:default/",
              "/create/templates/default/\",{\"namespace\":\"default\",\"templateName\":\"",
              "/create/tasks/\",{\"taskId\":\"",
              "page:scaffolder\",\"page:search\",\"page:techdocs/reader\",\"page:catalog-import\",\"page:api-docs\",",
              "{\"pluginId\":\"search\",\"routeRef\":\"search\",\"extension\":\"SearchPage\",",
              "\"searchTypes\":\"software-catalog,techdocs\"},",
              "[\"search\",\"",
              "{\"pluginId\":\"api-docs\",\"routeRef\":\"api-docs\",\"extension\":\"ApiExplorerPage\"},",
              "{\"pluginId\":\"techdocs\",\"routeRef\":\"techdocs:reader-page\",\"extension\":\"TechDocsReaderPage\"",
              "[\"navigate\",\"/docs/default/component/\",{\"namespace\":\"default\",\"kind\":\"component\",\"name\":\"",
              "[\"navigate\",\"/settings\",{},{\"pluginId\":\"app\",\"extensionId\":\"app/root\"},",
              "[\"navigate\",\"/search\",{},[\"navigate\",\"/docs\",{},[\"navigate\",\"/create\",{},[\"navigate\",\"/\",{},",
              "{\"pluginId\":\"root\",\"routeRef\":\"unknown\",\"extension\":\"App\"},",
              "{\"pluginId\":\"catalog\",\"extensionId\":\"page:catalog/home\"},",
              "[\"click\",\"\",{\"to\":\"/catalog/default/component/\"},",
              "{\"pluginId\":\"catalog\",\"extensionId\":\"page:catalog/entity\",\"entityRef\":\"component:default/",
              "[\"navigate\",\"/catalog\",{},",
              "{\"pluginId\":\"catalog\",\"routeRef\":\"catalog:index\",\"extension\":\"CatalogIndexPage\"},",
              "{\"pluginId\":\"catalog\",\"routeRef\":\"catalog:entity\",\"extension\":\"CatalogEntityPage\",",
              "\"entityRef\":\"component:default/\"},",
              "[\"navigate\",\"/catalog/default/component/\",",
              "{\"namespace\":\"default\",\"kind\":\"component\",\"name\":\"",
              "\"},{\"pluginId\":\"catalog\",\"routeRef\":\"catalog:entity\",\"extension\":\"CatalogEntityPage\"},",
              "000,\"~")
          .getBytes(UTF_8);

  /**
   * Far above any chunk (an item has 400 KB): a bound for a damaged item, not a limit for events.
   */
  private static final int MAX_INFLATED = 64 << 20;

  private static final int BUFFER = 8192;

  /** One is kept: its 256 KB take longer to come by than a chunk takes to deflate. */
  private static final AtomicReference<@Nullable Deflater> SPARE = new AtomicReference<>();

  private PortalDictionary() {}

  static byte[] deflate(byte[] bytes) {
    Deflater spare = SPARE.getAndSet(null);
    Deflater deflater = spare == null ? new Deflater(Deflater.BEST_COMPRESSION, true) : spare;
    try {
      deflater.setDictionary(TEXT);
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        deflated.write(buffer, 0, deflater.deflate(buffer));
      }
      return deflated.toByteArray();
    } finally {
      release(deflater);
    }
  }

  private static void release(Deflater deflater) {
    deflater.reset();
    if (!SPARE.compareAndSet(null, deflater)) {
      deflater.end();
    }
  }

  static byte[] inflate(byte[] bytes) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(TEXT);
      inflater.setInput(bytes);
      ByteArrayOutputStream inflated = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if ((count == 0 && inflater.needsInput()) || inflated.size() > MAX_INFLATED) {
          throw new IOException("a stored chunk is cut off or damaged");
        }
        inflated.write(buffer, 0, count);
      }
      return inflated.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("a stored chunk is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
