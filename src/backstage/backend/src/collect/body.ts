import type { IncomingMessage } from 'node:http';

/** Of a body as it is sent; the module's batches have 30 kB. What it may be unpacked, Housecount says. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads a body.
 *
 * @returns undefined when it is too large; the rest is thrown away as it comes
 * @throws Error when it breaks off
 */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > MAX_BODY_BYTES) {
        parts.length = 0;
        resolve(undefined);
      } else {
        parts.push(part);
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the body broke off')));
  });
}
