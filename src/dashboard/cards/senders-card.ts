import type { Health } from '../report/health.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import type { HealthAnswers } from './health-card.ts';
import { HealthCard, moment } from './health-card.ts';
import type { CardTable } from './table.ts';
import { tableElement } from './table.ts';

/** Which versions of the module and of Backstage send, and when they last did; and when each portal did. */
export class SendersCard extends HealthCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.senders;
  }

  protected override isEmpty({ health }: HealthAnswers): boolean {
    return health.senders.length === 0 && health.portals.length === 0;
  }

  protected override table({ health }: HealthAnswers): CardTable {
    return {
      columns: [
        { name: 'module', type: 'text' },
        { name: 'backstage', type: 'text' },
        { name: 'firstDay', type: 'text' },
        { name: 'lastEvent', type: 'time' },
      ],
      rows: health.senders.map(({ module, backstage, firstDay, lastEvent }) => [
        module,
        backstage,
        firstDay,
        lastEvent,
      ]),
    };
  }

  protected override drawHealth(health: Health, tools: Tools): readonly Child[] {
    const { texts, format } = tools;
    const text = (name: string): { name: string; type: 'text' } => ({ name, type: 'text' });
    const senders = {
      columns: [text('module'), text('backstage'), text('firstDay'), text('lastEvent')],
      rows: health.senders.map(({ module, backstage, firstDay, lastEvent }) => [
        module ?? texts.health.unnamed,
        backstage ?? texts.health.unnamed,
        firstDay === null ? null : format.date(firstDay),
        moment(lastEvent, health, tools),
      ]),
    };
    return [
      senders.rows.length > 0 && tableElement(senders, texts.cards.senders.title, texts, format),
      h(
        'ul',
        { class: 'legend', role: 'list' },
        ...health.portals.map(each => this.#portal(each, health, tools)),
      ),
    ];
  }

  /** Another portal's data are a choice away. */
  #portal({ portal, lastEvent }: Health['portals'][number], health: Health, tools: Tools): HTMLElement {
    const choose = (): void => this.choose({ portal });
    const button = h('button', { type: 'button', class: 'plain', onclick: choose }, portal);
    return h('li', {}, `${tools.texts.health.portal} `, button, moment(lastEvent, health, tools));
  }
}

define('hc-senders', SendersCard);
