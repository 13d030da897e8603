package dev.housecount.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Tells Lambda why the function does not start, so that whoever invokes it reads the same as the
 * log.
 */
final class InitError {
  private InitError() {}

  /**
   * @param message without characters that JSON escapes
   */
  @SuppressWarnings("SystemOut") // there is no logging yet
  static void report(String message) {
    System.err.println(message);
    String runtime = System.getenv("AWS_LAMBDA_RUNTIME_API");
    if (runtime == null) {
      return; // started by hand
    }
    try {
      URI uri = URI.create("http://" + runtime + "/2018-06-01/runtime/init/error");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty(
          "Lambda-Runtime-Function-Error-Type", "Housecount.MissingSetting");
      String body =
          "{\"errorType\":\"Housecount.MissingSetting\",\"errorMessage\":\"" + message + "\"}";
      connection.getOutputStream().write(body.getBytes(UTF_8));
      connection.getResponseCode();
      connection.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
