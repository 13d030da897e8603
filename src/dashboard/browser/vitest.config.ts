import { defineConfig } from 'vitest/config';

/** Vitest 5 prints failures with it, and Node has it from 21 on. */
if (!('groupBy' in Map)) {
  Object.assign(Map, {
    groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
      const groups = new Map<K, T[]>();
      for (const item of items) {
        const key = keyOf(item);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return groups;
    },
  });
}

export default defineConfig({
  test: {
    include: ['browser/**/*.browser.ts'],
    // Each file has servers and a browser of its own; two at once need more than two cores.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
