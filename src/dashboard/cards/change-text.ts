import type { Change } from '../report/change.ts';
import { h } from '../ui/h.ts';
import type { Tools } from './card.ts';

/** A change in words, with an arrow, and a colour for whether it is welcome. */
export function changeText(
  change: Change,
  unit: 'count' | 'share',
  tools: Tools,
  welcome = 'more',
): HTMLElement {
  const text = tools.texts.change(change, unit, tools.format);
  if (change.kind !== 'more' && change.kind !== 'less') {
    return h('span', { class: 'change quiet' }, text);
  }
  const arrow = change.kind === 'more' ? '▲' : '▼';
  return h(
    'span',
    { class: `change ${change.kind === welcome ? 'gain' : 'less'}` },
    h('span', { 'aria-hidden': 'true' }, `${arrow} `),
    text,
  );
}
