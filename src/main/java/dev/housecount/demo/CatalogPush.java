package dev.housecount.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pushes a catalog as one generation, page by page. */
final class CatalogPush {
  private static final String NDJSON = "application/x-ndjson";
  private static final int NO_SUCH_ROUTE = 404;
  private static final int PAGE_BYTES = 500_000;

  private final Post post;
  private final Target target;
  private final String parameters;

  /**
   * @param generation its name, new for each push
   */
  CatalogPush(Post post, Target target, String generation) {
    this.post = post;
    this.target = target;
    this.parameters = "/catalog?generation=" + generation;
  }

  /**
   * Pushes; returns a line for the person.
   *
   * @throws FeedException when the server does not take it
   */
  String push(Stream<Map<String, Object>> entities) throws FeedException, InterruptedException {
    List<byte[]> pages = pages(entities.iterator());
    for (int number = 1; number <= pages.size(); number++) {
      Post.Answer answer = send("&page=" + number, pages.get(number - 1));
      if (answer.status() == NO_SUCH_ROUTE) {
        return "Catalog: this server takes none (404), so that nothing can be said of teams.";
      }
      check(answer);
    }
    Post.Answer answer = send("&complete=true&pages=" + pages.size(), new byte[0]);
    check(answer);
    return "Catalog: %,d entities.".formatted(answer.body().path("entities").asInt());
  }

  private Post.Answer send(String more, byte[] body) throws FeedException, InterruptedException {
    URI uri = target.at(parameters + more);
    return post.send(uri, NDJSON, body, target.catalogToken(), null);
  }

  private static void check(Post.Answer answer) throws FeedException {
    if (answer.status() == 401 || answer.status() == 403) {
      throw new FeedException(
          "The server wants another token for the catalog: make one with the command `token PORTAL"
              + " catalog`, and give it as --catalog-token or CATALOG_TOKEN.");
    }
    if (!answer.isGood()) {
      throw new FeedException(
          "The server did not take the catalog: %d %s"
              .formatted(answer.status(), answer.body().path("title").asText()));
    }
  }

  private static List<byte[]> pages(Iterator<Map<String, Object>> entities) {
    List<byte[]> pages = new ArrayList<>();
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    while (entities.hasNext()) {
      page.writeBytes(line(entities.next()));
      if (page.size() > PAGE_BYTES || !entities.hasNext()) {
        pages.add(page.toByteArray());
        page.reset();
      }
    }
    return pages;
  }

  private static byte[] line(Map<String, Object> entity) {
    try {
      return (Post.JSON.writeValueAsString(entity) + "\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is made up is JSON", e);
    }
  }
}
