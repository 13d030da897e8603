package dev.housecount.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as a portal's module sends it; what is null is not sent.
 *
 * @param timestamp milliseconds since 1970
 * @param value absent is not 0
 */
@JsonInclude(Include.NON_NULL)
public record DemoEvent(
    String id,
    long timestamp,
    @Nullable String user,
    @Nullable String sessionId,
    String action,
    String subject,
    @Nullable Double value,
    Map<String, Object> attributes,
    Map<String, Object> context) {}
