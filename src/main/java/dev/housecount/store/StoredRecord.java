package dev.housecount.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is kept: what is in it only its writer knows.
 *
 * @param version above 0; another one for each change, so that it tells who saw what
 * @param data at most 350 KB; not copied, and changed by nobody
 * @param expiresAt from then on nobody sees it; null for never
 */
public record StoredRecord(RecordKey key, long version, byte[] data, @Nullable Instant expiresAt) {}
