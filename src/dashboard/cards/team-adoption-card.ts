import type { Answer, Row } from '../report/answer.ts';
import { numberOf, previousOf, textOf } from '../report/answer.ts';
import { byAdoption, shownTeams } from '../report/teams.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Bar } from './bars.ts';
import { barList } from './bars.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import { Unfolding } from './unfolding.ts';

interface Answers {
  readonly adoption: Answer;
}

const SHOWN = 12;

/** The adoption of each team, the lowest first. */
export class TeamAdoptionCard extends Card<Answers> {
  readonly #unfolding = new Unfolding(SHOWN);

  protected override own(texts: Texts): CardTexts {
    return texts.cards.teams;
  }

  protected override main({ adoption }: Answers): Answer {
    return adoption;
  }

  protected override isEmpty({ adoption }: Answers): boolean {
    return shownTeams(adoption).length === 0;
  }

  protected override draw({ adoption }: Answers, tools: Tools): readonly Child[] {
    const previous = previousOf(adoption);
    const before = new Map((previous?.rows ?? []).map(row => [row['team'], numberOf(row, 'adoption')]));
    const bars = [...shownTeams(adoption)].sort(byAdoption).map(row => this.#bar(row, before, tools));
    return [
      previous !== null && h('p', { class: 'quiet' }, tools.texts.teams.tick),
      ...this.#unfolding.show(bars, shown => barList(shown, false, 'columns'), tools),
    ];
  }

  #bar(row: Row, before: ReadonlyMap<unknown, number | null>, { texts, format }: Tools): Bar {
    const team = textOf(row, 'team');
    const name = textOf(row, 'title') || nameOf(team);
    const share = numberOf(row, 'adoption');
    const earlier = before.get(team) ?? null;
    const [active, members] = ['active', 'members'].map(column => format.count(numberOf(row, column)));
    const people = texts.teams.of(active ?? '', members ?? '');
    return {
      name,
      share: share ?? 0,
      figure: format.share(share),
      before: earlier,
      note: earlier === null ? people : `${people}, ${texts.before(format.share(earlier))}`,
      choose: { label: texts.teams.choose(name), act: () => this.choose({ team }) },
    };
  }
}

define('hc-team-adoption', TeamAdoptionCard);
