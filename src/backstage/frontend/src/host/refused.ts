import type { Texts } from '../../../../dashboard/texts.ts';
import { h } from '../../../../dashboard/ui/h.ts';
import { nameOf } from '../../../../dashboard/view/options.ts';

/**
 * Somebody may not read these figures: offers those of the person's own teams.
 *
 * @param teams - that may be offered; where there are none it is said that nothing can be seen
 */
export function refusedPanel(texts: Texts, teams: readonly string[], choose: (team: string) => void): HTMLElement {
  const { portal } = texts;
  if (teams.length === 0) {
    return panel(portal.refused, portal.refusedDetail);
  }
  const buttons = teams.map(team =>
    h('button', { type: 'button', title: team, onclick: () => choose(team) }, nameOf(team)),
  );
  return panel(portal.ownTeams, portal.ownTeamsDetail, h('div', { class: 'chips' }, ...buttons));
}

/** Nothing has ever arrived. */
export function emptyPanel({ portal }: Texts): HTMLElement {
  return panel(portal.empty, portal.emptyDetail);
}

const panel = (title: string, detail: string, ...more: HTMLElement[]): HTMLElement =>
  h('section', { class: 'panel', 'aria-label': title }, h('h2', {}, title), h('p', {}, detail), ...more);
