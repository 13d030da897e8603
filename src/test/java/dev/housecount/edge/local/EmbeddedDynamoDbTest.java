package dev.housecount.edge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.housecount.testing.DynamoDbLocal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** It asks for no credentials: who reaches it has the data. */
class EmbeddedDynamoDbTest {
  private static final URI ENDPOINT =
      URI.create(DynamoDbLocal.server().clientSettings().get(EmbeddedDynamoDb.ENDPOINT_SETTING));

  @Test
  void start_isReachedByThisMachineOnly() throws Exception {
    List<InetAddress> others =
        Stream.concat(
                NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses),
                Stream.of(InetAddress.getByName("127.0.0.2")))
            .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
            .toList();
    assertThat(others)
        .allSatisfy(
            address -> assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class));
  }

  private static void connect(InetAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, ENDPOINT.getPort()), 1000);
    }
  }
}
