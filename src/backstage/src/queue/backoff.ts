const FIRST_MILLIS = 2_000;
const LONGEST_MILLIS = 300_000;

/** Tells how long to wait after a failure, so that many browsers do not come back at once. */
export class Backoff {
  private failures = 0;

  /**
   * @param asked - what the server asked for, in milliseconds; at least that long it is
   * @returns milliseconds
   */
  next(asked: number | undefined): number {
    const spread = Math.random();
    if (asked !== undefined) {
      return asked + spread * Math.min(1000 + asked / 5, 60_000);
    }
    const full = Math.min(FIRST_MILLIS * 2 ** this.failures++, LONGEST_MILLIS);
    return full * (0.5 + spread / 2);
  }

  reset(): void {
    this.failures = 0;
  }
}
