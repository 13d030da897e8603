package dev.housecount.edge.dynamodb;

import static dev.housecount.edge.dynamodb.EventTable.EVENTS;
import static dev.housecount.edge.dynamodb.EventTable.EXPIRES_AT;
import static dev.housecount.edge.dynamodb.EventTable.FORMAT;
import static dev.housecount.edge.dynamodb.EventTable.IDS;
import static dev.housecount.edge.dynamodb.EventTable.KEY;
import static dev.housecount.edge.dynamodb.EventTable.POLICY;
import static dev.housecount.edge.dynamodb.EventTable.PORTAL;
import static dev.housecount.edge.dynamodb.EventTable.SORT;
import static dev.housecount.edge.dynamodb.EventTable.USER;
import static dev.housecount.edge.dynamodb.EventTable.VERSIONS;
import static dev.housecount.edge.dynamodb.EventTable.number;
import static dev.housecount.edge.dynamodb.EventTable.required;
import static dev.housecount.event.HydratedEvent.DEFAULT_PORTAL;

import dev.housecount.event.PolicyVersion;
import dev.housecount.event.Pseudonym;
import dev.housecount.event.Versions;
import dev.housecount.store.Band;
import dev.housecount.store.Chunk;
import dev.housecount.store.ChunkKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Maps chunks to items and back. */
final class ChunkItems {
  private final ChunkCodec codec = new ChunkCodec();

  Map<String, AttributeValue> item(Chunk chunk) {
    ChunkKey key = chunk.key();
    ChunkCodec.Encoded encoded = codec.encode(key.newest(), chunk.events());
    Map<String, AttributeValue> item = new HashMap<>(EventTable.itemKey(key));
    item.put(EXPIRES_AT, number(chunk.expiresAt().getEpochSecond()));
    item.put(FORMAT, number(ChunkCodec.FORMAT));
    item.put(EVENTS, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(encoded.events())));
    if (encoded.ids().length > 0) {
      item.put(IDS, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(encoded.ids())));
    }
    if (!chunk.portal().equals(DEFAULT_PORTAL)) {
      item.put(PORTAL, AttributeValue.fromS(chunk.portal()));
    }
    if (!chunk.keyId().isEmpty()) {
      byte[] keyId = HexFormat.of().parseHex(chunk.keyId());
      item.put(KEY, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(keyId)));
    }
    if (chunk.policy() != null) {
      item.put(POLICY, AttributeValue.fromS(chunk.policy().value()));
    }
    if (!chunk.versions().equals(Versions.NONE)) {
      item.put(VERSIONS, AttributeValue.fromS(text(chunk.versions())));
    }
    if (chunk.user() != null) {
      item.put(USER, AttributeValue.fromS(chunk.user().value()));
    }
    return item;
  }

  Chunk chunk(Band band, Map<String, AttributeValue> item) {
    ChunkKey key = EventTable.key(band, required(item, SORT).s());
    @Nullable AttributeValue user = item.get(USER);
    Pseudonym pseudonym = user == null ? null : new Pseudonym(user.s());
    @Nullable AttributeValue named = item.get(PORTAL);
    String portal = named == null ? DEFAULT_PORTAL : named.s();
    @Nullable AttributeValue policy = item.get(POLICY);
    @Nullable AttributeValue ids = item.get(IDS);
    @Nullable AttributeValue keyId = item.get(KEY);
    return new Chunk(
        key,
        portal,
        pseudonym,
        policy == null ? null : new PolicyVersion(policy.s()),
        Instant.ofEpochSecond(Long.parseLong(required(item, EXPIRES_AT).n())),
        codec.decode(
            Integer.parseInt(required(item, FORMAT).n()),
            key.newest(),
            portal,
            versions(item.get(VERSIONS)),
            pseudonym,
            required(item, EVENTS).b().asByteArrayUnsafe(),
            ids == null ? new byte[0] : ids.b().asByteArrayUnsafe()),
        keyId == null ? "" : HexFormat.of().formatHex(keyId.b().asByteArrayUnsafe()));
  }

  private static String text(Versions versions) {
    return Objects.toString(versions.module(), "")
        + ' '
        + Objects.toString(versions.backstage(), "");
  }

  private static Versions versions(@Nullable AttributeValue stored) {
    if (stored == null) {
      return Versions.NONE;
    }
    int space = stored.s().indexOf(' ');
    return new Versions(stored.s().substring(0, space), stored.s().substring(space + 1));
  }
}
