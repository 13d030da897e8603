import { createHash } from 'node:crypto';

/**
 * What a catalog says, as a number, in whatever order it comes: the sum of its lines' hashes.
 * Nobody who writes into a catalog gains anything by making two say the same.
 */
export class Digest {
  private sum = 0n;
  private lines = 0;

  add(line: string): void {
    const hash = createHash('sha256').update(line).digest('hex');
    this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${hash}`));
    this.lines++;
  }

  /** How many lines there were, and their sum. */
  toString(): string {
    return `${this.lines}-${this.sum.toString(16)}`;
  }
}
