import type { Answer } from '../report/answer.ts';
import type { Health } from '../report/health.ts';
import type { Child } from '../ui/h.ts';
import { Format } from '../ui/format.ts';
import type { Tools } from './card.ts';
import { Card } from './card.ts';

/** What the server says of its data. */
export interface HealthAnswers {
  readonly health: Health;
}

/** A card of the page on the data itself; no report, so that nothing is hidden but what the server hides. */
export abstract class HealthCard extends Card<HealthAnswers> {
  protected abstract drawHealth(health: Health, tools: Tools): readonly Child[];

  protected override main(): Answer | null {
    return null;
  }

  protected override isEmpty(_answers: HealthAnswers): boolean {
    return false;
  }

  /** The zone of its times is the portal's, which no report tells here. */
  protected override draw({ health }: HealthAnswers, tools: Tools): readonly Child[] {
    const zoned = { ...tools, format: new Format(tools.format.locale, health.zone) };
    return this.drawHealth(health, zoned);
  }
}

/** A moment and how long ago it is. */
export function moment(time: string | null, health: Health, { texts, format }: Tools): string {
  return time === null ? texts.health.never : `${format.time(time)} (${format.ago(time, health.now)})`;
}
