import { chart } from '../chart/chart.ts';
import type { Series } from '../chart/options.ts';
import { timeOption } from '../chart/options.ts';
import type { Answer } from '../report/answer.ts';
import { numberOf, textOf } from '../report/answer.ts';
import { localHour, wholePeriods } from '../report/periods.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import { legend } from './legend.ts';

interface Answers {
  readonly activeUsers: Answer;
}

/** Whether people are new, return, or have come back after a long time. */
export class NewAndReturningCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.newAndReturning;
  }

  protected override main({ activeUsers }: Answers): Answer {
    return activeUsers;
  }

  protected override isEmpty({ activeUsers }: Answers): boolean {
    return numberOf(activeUsers.total, 'users') === 0;
  }

  protected override draw({ activeUsers }: Answers, tools: Tools): readonly Child[] {
    const { texts, format, palette, animated } = tools;
    const series = seriesOf(activeUsers, tools);
    const option = {
      labels: activeUsers.rows.map(row => format.period(textOf(row, 'period'), activeUsers.grain)),
      series,
      whole: wholePeriods(activeUsers, localHour(activeUsers.completeUntil, activeUsers.zone)),
      format: (value: number) => format.number(value),
    };
    const [users, fresh] = ['users', 'new'].map(name => format.count(numberOf(activeUsers.total, name)));
    const label = texts.newAndReturning.label(users ?? '', fresh ?? '');
    const items = series.map(({ name, colour }) => ({ name, colour, shape: 'box' as const }));
    return [legend(items), chart(timeOption(option, palette, animated), label)];
  }
}

function seriesOf({ rows }: Answer, { texts, palette }: Tools): readonly Series[] {
  const colours = { returning: palette.first, new: palette.second, resurrected: palette.third };
  return (['returning', 'new', 'resurrected'] as const).map(name => ({
    name: texts.newAndReturning[name],
    points: rows.map(row => numberOf(row, name)),
    colour: colours[name],
    shape: 'bar',
    stack: 'people',
  }));
}

define('hc-new-and-returning', NewAndReturningCard);
