let lastMillis = 0;
let sequence = 0;

/**
 * Makes a UUIDv7 (RFC 9562): ids of one tab sort in the order in which they were made.
 *
 * @param millis - since 1970
 */
export function uuidv7(millis: number): string {
  // A clock that was set back, or that stands still for a while, must not undo the order.
  if (millis > lastMillis) {
    lastMillis = millis;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMillis++;
    sequence = 0;
  }
  // Not randomUUID: portals served over plain HTTP do not have it.
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0] & 0x3f) | 0x80;
  const hex =
    lastMillis.toString(16).padStart(12, '0') +
    (0x7000 + sequence).toString(16) +
    Array.from(random, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
