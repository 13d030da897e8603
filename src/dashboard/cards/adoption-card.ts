import type { Answer } from '../report/answer.ts';
import { numberOf, previousOf } from '../report/answer.ts';
import { changeOf } from '../report/change.ts';
import { membersOf } from '../report/teams.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { factList, splitBar } from './bars.ts';
import { changeText } from './change-text.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';

interface Answers {
  readonly adoption: Answer;
}

/** Who of those who could use the portal does. */
export class AdoptionCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.adoption;
  }

  protected override main({ adoption }: Answers): Answer {
    return adoption;
  }

  /** Everybody together may be shown where no team is. */
  protected override isHidden({ adoption }: Answers): boolean {
    return numberOf(adoption.total, 'members') === null && adoption.rows.length > 0;
  }

  protected override isEmpty({ adoption }: Answers): boolean {
    return (numberOf(adoption.total, 'members') ?? 0) === 0;
  }

  protected override draw({ adoption }: Answers, tools: Tools): readonly Child[] {
    const { format, texts } = tools;
    const { total } = adoption;
    const previous = previousOf(adoption);
    const share = numberOf(total, 'adoption');
    const change = changeOf(share, numberOf(previous?.total, 'adoption'));
    const [active, members] = [numberOf(total, 'active'), numberOf(total, 'members')];
    const parts = partsOf(adoption, tools);
    return [
      h(
        'div',
        {},
        h('p', { class: 'big' }, format.share(share)),
        h('p', {}, texts.adoption.of(format.count(active), format.count(members)), ' '),
        changeText(change, 'share', tools),
      ),
      splitBar(parts.map(({ count, tone }) => ({ value: count ?? 0, tone }))),
      factList(parts.map(({ name, count, tone }) => ({ name, value: format.count(count), tone }))),
      h('p', { class: 'quiet' }, texts.adoption.lapsed(numberOf(total, 'lapsed'), format)),
    ];
  }
}

function partsOf({ total }: Answer, { texts, palette }: Tools): readonly Part[] {
  const { active, before, never } = membersOf(total);
  const words = texts.adoption;
  return [
    { name: words.active, count: active, tone: palette.first },
    { name: words.before, count: before, tone: palette.second },
    { name: words.never, count: never, tone: palette.before },
  ];
}

interface Part {
  readonly name: string;
  readonly count: number | null;
  readonly tone: string;
}

define('hc-adoption', AdoptionCard);
