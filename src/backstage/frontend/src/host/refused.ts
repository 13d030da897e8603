import type { Texts } from '../../../../dashboard/texts.ts';
import { h } from '../../../../dashboard/ui/h.ts';
import { nameOf } from '../../../../dashboard/view/options.ts';

/** Somebody may not read these figures: says so, and offers those of the person's own teams. */
export function refusedPanel(texts: Texts, teams: readonly string[], choose: (team: string) => void): HTMLElement {
  const { portal } = texts;
  const buttons = teams.map(team =>
    h('button', { type: 'button', title: team, onclick: () => choose(team) }, nameOf(team)),
  );
  return h(
    'section',
    { class: 'panel', 'aria-label': portal.refused },
    h('h2', {}, portal.refused),
    h('p', {}, portal.refusedDetail),
    buttons.length > 0 && h('p', {}, portal.ownTeams),
    buttons.length > 0 && h('div', { class: 'chips' }, ...buttons),
  );
}

/** Nothing has ever arrived. */
export function emptyPanel({ portal }: Texts): HTMLElement {
  return h(
    'section',
    { class: 'panel', 'aria-label': portal.empty },
    h('h2', {}, portal.empty),
    h('p', {}, portal.emptyDetail),
  );
}
