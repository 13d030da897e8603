import type { Advice, Health } from '../report/health.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h, styled } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { HealthCard, moment } from './health-card.ts';
import type { CardTable } from './table.ts';

/** What is wrong with the data, worst first, and what to do about it. */
export class AdviceCard extends HealthCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.advice;
  }

  protected override table(): CardTable | null {
    return null;
  }

  protected override drawHealth(health: Health, tools: Tools): readonly Child[] {
    const { texts } = tools;
    const last = h('p', {}, `${texts.health.lastEvent}: ${moment(health.lastEvent, health, tools)}`);
    if (health.advice.length === 0) {
      const well = h('p', { class: 'lead' }, texts.health.allWell);
      // The server does not tell it of a few people: then nobody knows whether the catalog does.
      const known = health.sample?.knownToCatalog ?? null;
      const detail = known === null ? texts.health.fewPeople : texts.cards.advice.empty;
      return [well, h('p', {}, detail), last];
    }
    return [
      h('ul', { class: 'advice', role: 'list' }, ...health.advice.map(each => item(each, tools))),
      last,
    ];
  }
}

function item({ level, text, todo }: Advice, { texts, palette }: Tools): HTMLElement {
  const tones = { error: palette.bad, warning: palette.warning, info: palette.accent };
  const grounds = { error: palette.badGround, warning: palette.warningGround, info: palette.infoGround };
  const element = h(
    'li',
    {},
    h('span', { class: 'level' }, texts.health.levels[level] ?? level),
    h('p', {}, h('strong', {}, text)),
    h('p', {}, todo),
  );
  return styled(
    styled(element, '--tone', tones[level] ?? palette.accent),
    '--back',
    grounds[level] ?? palette.infoGround,
  );
}

define('hc-advice', AdviceCard);
