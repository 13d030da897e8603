/** Something to choose: a value, and how people call it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Marks above letters, and case, do not count. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The options that have every typed word in their label or value; those whose label begins with what was typed come
 * first, else their order stays.
 */
export function matchingOptions(options: readonly Option[], typed: string, limit = 50): readonly Option[] {
  const text = folded(typed.trim());
  const words = text.split(/\s+/).filter(Boolean);
  const found = options.filter(option => {
    const where = folded(`${option.label} ${option.value}`);
    return words.every(word => where.includes(word));
  });
  const first = found.filter(option => folded(option.label).startsWith(text));
  return [...first, ...found.filter(option => !first.includes(option))].slice(0, limit);
}

/** The name in an entity ref, for where no title is known: `group:default/team-a` is `team-a`. */
export function nameOf(ref: string): string {
  return ref.slice(Math.max(ref.lastIndexOf('/'), ref.lastIndexOf(':')) + 1) || ref;
}
