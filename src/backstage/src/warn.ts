const told = new Set<string>();

/** Says something once for as long as the page lives; a portal's console is no log of ours. */
export function warnOnce(message: string): void {
  if (!told.has(message)) {
    told.add(message);
    // eslint-disable-next-line no-console
    console.warn(`Housecount: ${message}`);
  }
}

/** For tests, in which one page stands for many. */
export function forgetWarnings(): void {
  told.clear();
}
