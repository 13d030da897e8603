import type { Child } from '../ui/h.ts';
import { h, linked, styled } from '../ui/h.ts';

/** A figure with its bar. All of it is text, too. */
export interface Bar {
  readonly name: string;
  /** How long the bar is, from 0 to 1. */
  readonly share: number;
  readonly figure: string;
  readonly note?: Child;
  /** What it is a part of, below its name. */
  readonly within?: string | null;
  /** Where the figure was before, from 0 to 1. */
  readonly before?: number | null;
  readonly tone?: string;
  /** What happens when the name is chosen. */
  readonly choose?: { readonly label: string; readonly act: () => void } | undefined;
  /** Where the name leads. */
  readonly href?: string | null;
}

/** Bars below each other. */
export function barList(bars: readonly Bar[], ordered = false, style = ''): HTMLElement {
  return h(ordered ? 'ol' : 'ul', { class: `bars ${style}`.trim(), role: 'list' }, ...bars.map(barItem));
}

function barItem(bar: Bar): HTMLElement {
  const { choose } = bar;
  const name =
    choose === undefined
      ? linked(bar.name, bar.href ?? null)
      : h('button', { type: 'button', title: choose.label, onclick: choose.act }, bar.name);
  return h(
    'li',
    {},
    h('span', { class: 'name' }, name, bar.within && h('span', { class: 'within' }, bar.within)),
    h('span', { class: 'figure' }, bar.figure),
    track(bar),
    bar.note && h('span', { class: 'note' }, bar.note),
  );
}

function track(bar: Bar): HTMLElement {
  const filled = styled(h('i'), '--share', String(clamped(bar.share)));
  const track = h('span', { class: 'track', 'aria-hidden': 'true' }, filled);
  if (bar.before !== null && bar.before !== undefined) {
    track.append(styled(h('b'), '--share', String(clamped(bar.before))));
  }
  return bar.tone === undefined ? track : styled(track, '--tone', bar.tone);
}

function clamped(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}

/** A figure's parts beside each other, each with a colour; those of nobody are left out. */
export function splitBar(parts: readonly { readonly value: number; readonly tone: string }[]): HTMLElement {
  const shown = parts.filter(part => part.value > 0);
  return h(
    'div',
    { class: 'split', 'aria-hidden': 'true' },
    ...shown.map(part => styled(styled(h('i'), '--share', String(part.value)), '--tone', part.tone)),
  );
}

/** Facts, a line each; with a colour where a chart shows them. */
export function factList(
  facts: readonly { readonly name: string; readonly value: string; readonly tone?: string | undefined }[],
): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    ...facts.map(({ name, value, tone }) =>
      h(
        'div',
        {},
        h('dt', {}, tone !== undefined && styled(h('span', { class: 'swatch' }), '--tone', tone), name),
        h('dd', {}, value),
      ),
    ),
  );
}
