const MAX_DECODINGS = 3;

/**
 * Decodes percent escapes, also nested ones, and leaves malformed ones as they are where
 * `decodeURIComponent` throws.
 */
export function percentDecode(text: string): string {
  let decoded = text;
  for (let i = 0; i < MAX_DECODINGS && decoded.includes('%'); i++) {
    decoded = decodeOnce(decoded);
  }
  return decoded;
}

function decodeOnce(text: string): string {
  // A run of escapes is decoded at once: one character may take several bytes.
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Uint8Array.from(run.slice(1).split('%'), hex => parseInt(hex, 16)),
    ),
  );
}
