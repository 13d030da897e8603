package dev.housecount.edge.insights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Entities in a file of JSON: a list, one a line, or the answers of the catalog's REST API with
 * their {@code items}.
 */
public final class EntityFile {
  private static final String ITEMS = "items";

  private final Path file;

  public EntityFile(Path file) {
    this.file = file;
  }

  /**
   * Reads all, one after the other.
   *
   * @param each takes an entity as plain values; an empty one for what is no object
   * @throws SettingException when the file cannot be read, or is no JSON
   */
  public void read(Consumer<Map<String, Object>> each) {
    try (InputStream in = Files.newInputStream(file);
        MappingIterator<Object> values =
            new ObjectMapper().readerFor(Object.class).readValues(in)) {
      while (values.hasNextValue()) {
        value(values.nextValue(), each);
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new SettingException(file + ", line " + line, "not JSON");
    } catch (IOException e) {
      throw new SettingException(file.toString(), "cannot be read");
    }
  }

  private static void value(Object value, Consumer<Map<String, Object>> each) {
    if (value instanceof Map<?, ?> map && map.get(ITEMS) instanceof List<?> items) {
      items.forEach(item -> each.accept(object(item)));
    } else {
      each.accept(object(value));
    }
  }

  @SuppressWarnings("unchecked") // the keys of JSON's objects are texts
  private static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
