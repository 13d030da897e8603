package dev.housecount.catalog;

import dev.housecount.event.EntityRef;
import dev.housecount.event.FieldValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an entity that is no person.
 *
 * @param owner a whole ref in lower case; a person is {@code user:<namespace>/<pseudonym>}
 * @param title scrubbed
 * @param fields by the path that the setting names them with; in the order of the paths
 * @param minutesSaved by a run of this template, as an annotation says
 * @param sourceTemplate the template that it was made from, as an annotation says
 * @param createdAt as the entity says it
 * @param group null for what is no group
 */
public record EntityFacts(
    EntityRef ref,
    @Nullable String type,
    @Nullable String lifecycle,
    @Nullable String owner,
    @Nullable String title,
    Map<String, FieldValue> fields,
    @Nullable Double minutesSaved,
    @Nullable EntityRef sourceTemplate,
    @Nullable Instant createdAt,
    @Nullable GroupPlace group)
    implements CapturedEntity {}
