package dev.housecount.edge.local;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
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

    List<String> options = new ArrayList<>(List.of("-disableTelemetry", "-sharedDb"));
    options.addAll(args.length == 0 ? List.of("-inMemory") : List.of("-dbPath", args[0]));
    Method create =
        Class.forName(RUNNER).getMethod("createServerFromCommandLineArgs", String[].class);
    Object server = create.invoke(null, (Object) options.toArray(String[]::new));
    Object connector = connector(server);
    connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    connector.getClass().getMethod("setPort", int.class).invoke(connector, 0); // any free one
    server.getClass().getMethod("start").invoke(server);
    System.out.println(READY + connector.getClass().getMethod("getLocalPort").invoke(connector));
    System.out.flush();
  }

  /**
   * Jetty's, which the options cannot bind: it would listen on all networks, and whoever reaches it
   * needs no credentials.
   */
  private static Object connector(Object server) throws Exception {
    Field jetty = server.getClass().getDeclaredField("server");
    jetty.setAccessible(true);
    Object[] connectors =
        (Object[]) jetty.getType().getMethod("getConnectors").invoke(jetty.get(server));
    return connectors[0];
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
