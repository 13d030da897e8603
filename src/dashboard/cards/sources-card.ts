import type { Health } from '../report/health.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { factList } from './bars.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import { HealthCard, moment } from './health-card.ts';
import type { CardTable } from './table.ts';

/** When the catalog last came, and when the maintenance last ran. */
export class SourcesCard extends HealthCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.sources;
  }

  protected override table(): CardTable | null {
    return null;
  }

  protected override drawHealth(health: Health, tools: Tools): readonly Child[] {
    const { texts, format } = tools;
    const { catalog, maintenance } = health;
    const words = texts.health;
    const failed = maintenance.failed.length > 0 ? maintenance.failed.join(', ') : words.none;
    return [
      factList([
        {
          name: catalog.source === 'pull' ? words.pull : words.push,
          value: moment(catalog.asOf, health, tools),
        },
        { name: words.entities, value: format.count(catalog.entities) },
        { name: words.totalUsers, value: format.count(catalog.totalUsers) },
        { name: words.problems, value: format.count(catalog.problems) },
        { name: words.maintenance, value: moment(maintenance.lastRun, health, tools) },
        { name: words.failed, value: failed },
      ]),
    ];
  }
}

define('hc-sources', SourcesCard);
