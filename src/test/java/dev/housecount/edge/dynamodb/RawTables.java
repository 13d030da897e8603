package dev.housecount.edge.dynamodb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.housecount.catalog.CatalogBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Everything that is in tables, as one text: what somebody finds who reads them behind our back.
 */
public final class RawTables {
  private RawTables() {}

  public static String text(DynamoDbClient client, String... tables) {
    StringBuilder text = new StringBuilder();
    for (String table : tables) {
      for (Map<String, AttributeValue> item :
          client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items()) {
        item.forEach((name, value) -> append(text.append('\n').append(name).append('='), value));
        if (item.containsKey(RecordItems.DATA)) {
          text.append(CatalogBytes.inflated(item.get(RecordItems.DATA).b().asByteArray()));
        }
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, AttributeValue value) {
    text.append(value);
    if (value.b() != null) {
      byte[] bytes = value.b().asByteArray();
      text.append(new String(bytes, ISO_8859_1)).append(new String(bytes, UTF_8));
      text.append(inflated(bytes));
    }
  }

  private static String inflated(byte[] bytes) {
    try {
      return new String(PortalDictionary.inflate(bytes), UTF_8);
    } catch (IOException | UncheckedIOException e) {
      return ""; // not one of the compressed attributes
    }
  }
}
