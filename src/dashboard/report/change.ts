/** How a figure compares with the one before. */
export type Change =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'more' | 'less';
      /** The difference, in the figure's own unit. */
      readonly by: number;
      /** The difference as a share of the figure before; null where that was 0. */
      readonly share: number | null;
    };

/** Compares a figure with the one before; where either is hidden or unknown, so is the change. */
export function changeOf(value: number | null, before: number | null): Change {
  if (value === null || before === null) {
    return { kind: 'unknown' };
  }
  if (value === before) {
    return { kind: 'same' };
  }
  const by = value - before;
  return { kind: by > 0 ? 'more' : 'less', by, share: before === 0 ? null : by / Math.abs(before) };
}
