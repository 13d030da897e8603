import type { Answer, Row } from '../report/answer.ts';
import { numberOf, textOf } from '../report/answer.ts';
import { membersOf, missingTeams, parentOf } from '../report/teams.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Bar } from './bars.ts';
import { barList } from './bars.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';

interface Answers {
  readonly adoption: Answer;
}

/** The large enough teams with the lowest adoption. */
export class MissingCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.missing;
  }

  protected override main({ adoption }: Answers): Answer {
    return adoption;
  }

  protected override isEmpty({ adoption }: Answers): boolean {
    return missingTeams(adoption).length === 0;
  }

  protected override draw({ adoption }: Answers, tools: Tools): readonly Child[] {
    return [
      barList(
        missingTeams(adoption).map(row => ({ ...this.#bar(row, tools), within: parentName(adoption, row) })),
        true,
      ),
    ];
  }

  #bar(row: Row, { texts, format, palette }: Tools): Bar {
    const team = textOf(row, 'team');
    const name = textOf(row, 'title') || nameOf(team);
    const figure = (column: string): number | null => numberOf(row, column);
    const missing = (figure('members') ?? 0) - (figure('active') ?? 0);
    const { before, never } = membersOf(row);
    const why = texts.teams.why(before, never, format);
    return {
      name,
      share: figure('adoption') ?? 0,
      figure: format.share(figure('adoption')),
      note: `${texts.teams.missing(missing, format)}: ${why}.`,
      tone: palette.second,
      choose: { label: texts.teams.choose(name), act: () => this.choose({ team }) },
    };
  }
}

function parentName(adoption: Answer, row: Row): string | null {
  const parent = parentOf(adoption, row);
  return parent && (parent.title || nameOf(parent.ref));
}

define('hc-missing', MissingCard);
