// Entities as pages of `POST /catalog`. Plain JavaScript, since scripts/push-catalog.mjs uses it as it is.
// @ts-check
const { Buffer } = require('node:buffer');
const { gzipSync } = require('node:zlib');

const PAGE_BYTES = 768 * 1024; // well below what Housecount takes (1 MiB)
const LINE_BYTES = 256 * 1024;

/**
 * Cuts entities into pages, each gzipped.
 *
 * @param {AsyncIterable<{kind: string}>} entities reduced
 * @param {(problem: string) => void} warn told of entities that are too large, without their names
 * @param {(line: string) => void} [see] shown each line that is sent
 * @returns {AsyncGenerator<Buffer>}
 */
exports.pages = async function* pages(entities, warn, see = () => {}) {
  /** @type {string[]} */
  let lines = [];
  let bytes = 0;
  for await (const entity of entities) {
    const line = `${JSON.stringify(entity)}\n`;
    const size = Buffer.byteLength(line);
    if (size > LINE_BYTES) {
      warn(`an entity of kind ${entity.kind} has more than ${LINE_BYTES} bytes and is left out`);
      continue;
    }
    if (bytes + size > PAGE_BYTES) {
      yield gzipSync(lines.join(''));
      lines = [];
      bytes = 0;
    }
    see(line);
    lines.push(line);
    bytes += size;
  }
  if (lines.length) {
    yield gzipSync(lines.join(''));
  }
};

/** A name for a generation: when it began, and something that no other has. */
exports.newGeneration = () => `${new Date().toISOString()}-${Math.random().toString(36).slice(2, 8)}`;
