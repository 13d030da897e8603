import type { QueuedEvent } from '../event.js';

/**
 * What a page may have under way in requests that outlive it. Browsers allow 64 KiB, shared with
 * whatever else the portal sends so.
 */
export const KEEPALIVE_BYTES = 60_000;

/** The most bytes of one batch: two of them may be under way. */
export const MAX_BATCH_BYTES = 30_000;

/** Room for the envelope and, in each event, for the user. */
const ENVELOPE_BYTES = 256;
const USER_BYTES = 200;

/** The size of an event on the wire, in bytes, with room for the user's name. */
export function sizeOf(row: QueuedEvent): number {
  return new TextEncoder().encode(JSON.stringify(row.event)).length + USER_BYTES;
}

/** How many of the first events make a batch; at least one. */
export function countFitting(rows: QueuedEvent[], maxEvents: number, maxBytes: number = MAX_BATCH_BYTES): number {
  let bytes = ENVELOPE_BYTES;
  let count = 0;
  while (count < rows.length && count < maxEvents) {
    bytes += sizeOf(rows[count]);
    if (bytes > maxBytes && count > 0) {
      break;
    }
    count++;
  }
  return count;
}
