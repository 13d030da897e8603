package dev.housecount.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Days for actions, as one text: {@code search=30;signIn=7}. Environment variables have no lower
 * case, so actions cannot be part of a setting's name.
 */
public record ActionDays(Map<String, Duration> byAction) {
  public ActionDays {
    byAction = Map.copyOf(byAction);
  }

  /** Reads the text. */
  public static final class Reader implements Converter<ActionDays> {
    private static final long serialVersionUID = 1L;

    @Override
    public ActionDays convert(String text) {
      Map<String, Duration> byAction = new HashMap<>();
      for (String pair : text.strip().split(";", -1)) {
        int mark = pair.indexOf('=');
        try {
          Duration days = Duration.ofDays(Integer.parseInt(pair.substring(mark + 1).strip()));
          if (mark < 1 || byAction.put(pair.substring(0, mark).strip(), days) != null) {
            throw new IllegalArgumentException();
          }
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "housecount.retention.actions is written as search=30;signIn=7, each action once", e);
        }
      }
      return new ActionDays(byAction);
    }
  }
}
