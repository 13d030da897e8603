package dev.housecount.edge.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Requests that a well-behaved client library would not send. */
final class Raw {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Raw() {}

  /** Sends headers as they are given. */
  static HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Sends bytes as they are given; returns the answer up to the end of the connection or its body.
   */
  static String bytes(String request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      int count = in.read(buffer);
      return count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.UTF_8);
    }
  }

  /** How many bytes a sender that never reads can send after the head until nobody takes them. */
  static long bytesUntilCutOff(String head, String more) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      byte[] bytes = more.getBytes(StandardCharsets.ISO_8859_1);
      long sent = 0;
      try {
        while (sent < 1L << 30) {
          out.write(bytes);
          sent += bytes.length;
        }
      } catch (SocketException e) {
        return sent; // reset, or a broken pipe
      }
      return sent;
    }
  }
}
