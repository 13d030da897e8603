package dev.housecount.local;

import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The child process's main class. It is alone with DynamoDB Local's class path, so it reaches that
 * by reflection, and ends when standard input does: the parent is gone then, even if it was killed.
 */
public final class DynamoDbLocalProcess {
  static final String READY = "dynamodb-local ready on port ";

  private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private DynamoDbLocalProcess() {}

  /**
   * Starts the server and says on which port.
   *
   * @param args the folder for the tables; none for in memory
   */
  @SuppressWarnings("SystemOut") // the parent reads it
  public static void main(String[] args) throws Exception {
    Thread watch = new Thread(DynamoDbLocalProcess::endWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();

    int port = freePort();
    List<String> options =
        new ArrayList<>(List.of("-disableTelemetry", "-sharedDb", "-port", "" + port));
    options.addAll(args.length == 0 ? List.of("-inMemory") : List.of("-dbPath", args[0]));
    Method create =
        Class.forName(RUNNER).getMethod("createServerFromCommandLineArgs", String[].class);
    Object server = create.invoke(null, (Object) options.toArray(String[]::new));
    server.getClass().getMethod("start").invoke(server);
    System.out.println(READY + port);
    System.out.flush();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // the parent never writes
      }
    } catch (java.io.IOException e) {
      // a broken pipe says the same
    }
    Runtime.getRuntime().halt(0);
  }
}
