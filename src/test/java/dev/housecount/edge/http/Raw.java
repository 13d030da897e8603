package dev.housecount.edge.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests that a well-behaved client library would not send. */
final class Raw {
  /** In milliseconds: a loaded machine is no fault. */
  private static final int PATIENCE = 120_000;

  private static final Pattern HEAD = Pattern.compile("(?s)^.*?\r\n\r\n");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private Raw() {}

  /** Sends headers as they are given, by a connection of its own: a kept one may have ended. */
  static HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends bytes as they are given; returns the answer up to the end of its body. */
  static String bytes(String request) throws IOException {
    try (Socket socket = connect()) {
      write(socket, request);
      return answer(socket);
    }
  }

  static Socket connect() throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  /** A server that answers before it has read all may close meanwhile: its answer says why. */
  static void write(Socket socket, String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (SocketException e) {
      // reset, or a broken pipe
    }
  }

  /** The next answer as far as it arrives: up to the end of its body or of the connection. */
  static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int count = 0; count >= 0; ) {
        answer.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        count = isWhole(answer) ? -1 : socket.getInputStream().read(buffer);
      }
    } catch (SocketException e) {
      // the connection ended with a reset
    }
    return answer.toString();
  }

  private static boolean isWhole(CharSequence answer) {
    Matcher head = HEAD.matcher(answer);
    return head.find() && answer.length() >= head.end() + length(head.group());
  }

  private static int length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  /** How many bytes a sender that never reads can send after the head until nobody takes them. */
  static long bytesUntilCutOff(String head, String more) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      write(socket, head);
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
