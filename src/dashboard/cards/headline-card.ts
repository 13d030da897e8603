import type { Answer, Row } from '../report/answer.ts';
import { numberOf, textOf } from '../report/answer.ts';
import { headlineOf } from '../report/headline.ts';
import { missingTeams } from '../report/teams.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import type { CardTable } from './table.ts';

interface Answers {
  readonly summary: Answer;
  readonly adoption: Answer;
}

/** The answer in a sentence: does adoption grow, and where does it not? */
export class HeadlineCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.headline;
  }

  protected override main({ summary }: Answers): Answer {
    return summary;
  }

  /** Nobody came, neither in the range nor before: that is not "stayed at 0 %". */
  protected override isEmpty({ summary, adoption }: Answers): boolean {
    const { active, activeBefore } = headlineOf(summary, adoption);
    return active === 0 && (activeBefore ?? 0) === 0;
  }

  /** The key figures have a card of their own. */
  protected override table(): CardTable | null {
    return null;
  }

  protected override draw({ summary, adoption }: Answers, tools: Tools): readonly Child[] {
    const { texts, format, period } = tools;
    const range = texts.rangeInWords(period, summary.from, summary.to, format);
    const sentence = texts.headline(headlineOf(summary, adoption), range, team(adoption), format);
    const behind = missingTeams(adoption).flatMap((row, index) => [
      index > 0 && ', ',
      this.#team(row, tools),
    ]);
    return [
      h('p', { class: 'lead' }, sentence.main),
      h(
        'p',
        {},
        sentence.rest,
        behind.length > 0 && ` ${texts.furthestBehind} `,
        ...behind,
        behind.length > 0 && '.',
      ),
    ];
  }

  #team(row: Row, { texts, format }: Tools): HTMLElement {
    const name = textOf(row, 'title') || nameOf(textOf(row, 'team'));
    const choose = (): void => this.choose({ team: textOf(row, 'team') });
    const share = format.share(numberOf(row, 'adoption'));
    const label = texts.teams.choose(name);
    return h('button', { type: 'button', title: label, onclick: choose }, `${name} (${share})`);
  }
}

/** The teams that were asked for, by title; null for everybody. */
function team(adoption: Answer): string | null {
  const { filters } = adoption;
  const asked = filters['team'];
  if (asked === undefined || asked === true) {
    return null;
  }
  const titles = new Map(adoption.rows.map(row => [row['team'], textOf(row, 'title')]));
  return asked.map(ref => titles.get(ref) || nameOf(ref)).join(', ');
}

define('hc-headline', HeadlineCard);
