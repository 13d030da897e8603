import type { MessageTree } from '../../../../dashboard/texts/say.ts';

/** A table of messages by whole keys, as Backstage takes translations. */
export function flat(messages: MessageTree, prefix = ''): Record<string, string> {
  const entries = Object.entries(messages).flatMap(([name, message]): [string, string][] =>
    typeof message === 'string' ? [[prefix + name, message]] : Object.entries(flat(message, `${prefix}${name}.`)),
  );
  return Object.fromEntries(entries);
}
