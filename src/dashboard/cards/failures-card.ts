import type { Answer, Row } from '../report/answer.ts';
import { numberOf, ownRows } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import { h } from '../ui/h.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import type { RankingAnswers } from './ranking-card.ts';
import { RankingCard } from './ranking-card.ts';

/** Templates whose runs fail, those with most failures first. */
export class FailuresCard extends RankingCard {
  protected override readonly figure = 'failed';

  protected override own(texts: Texts): CardTexts {
    return texts.cards.failures;
  }

  protected override isEmpty({ ranking }: RankingAnswers): boolean {
    return (numberOf(ranking.total, 'failed') ?? 0) === 0;
  }

  protected override rows(answer: Answer): readonly Row[] {
    const failed = (row: Row): number => numberOf(row, 'failed') ?? 0;
    return ownRows(answer)
      .filter(row => failed(row) > 0)
      .sort((one, other) => failed(other) - failed(one));
  }

  protected override note(row: Row, tools: Tools): string {
    return sentence(row, tools);
  }

  protected override lead({ total }: Answer, tools: Tools): HTMLElement {
    return h('p', {}, `${sentence(total, tools)}.`);
  }

  protected override tone({ palette }: Tools): string {
    return palette.second;
  }
}

function sentence(row: Row, { texts, format }: Tools): string {
  const failed = numberOf(row, 'failed');
  const ended = (failed ?? 0) + (numberOf(row, 'completed') ?? 0);
  const share = failed === null || ended === 0 ? null : failed / ended;
  return texts.templates.failed(format.count(failed), format.count(ended), format.share(share));
}

define('hc-failures', FailuresCard);
