import type { Answer, Column } from '../report/answer.ts';
import type { Move } from '../report/moves.ts';
import { movesOf } from '../report/moves.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Bar } from './bars.ts';
import { barList } from './bars.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import type { CardTable } from './table.ts';

interface Answers {
  readonly plugins: Answer;
  readonly adoption: Answer;
}

const PLUGINS = { name: 'plugin', figure: 'users' };
const TEAMS = { name: 'team', figure: 'active' };

/** The plugins and teams that have more or fewer people than before. */
export class ChangedCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.changed;
  }

  protected override main({ plugins }: Answers): Answer {
    return plugins;
  }

  /** Where a filter hides the plugins, it hides the teams' people as well, or they did not move. */
  protected override isHidden(answers: Answers): boolean {
    return super.isHidden(answers) && movesOf(answers.adoption, TEAMS).length === 0;
  }

  protected override isEmpty({ plugins, adoption }: Answers): boolean {
    return movesOf(plugins, PLUGINS).length + movesOf(adoption, TEAMS).length === 0;
  }

  protected override table({ plugins, adoption }: Answers): CardTable {
    const people = (answer: Answer): string =>
      answer.columns.find(({ name }) => name === PLUGINS.figure || name === TEAMS.figure)?.definition ?? '';
    const columns: readonly Column[] = [
      { name: 'of', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'now', type: 'count', definition: people(plugins) },
      { name: 'before', type: 'count' },
    ];
    const rows = (of: string, moves: readonly Move[]): CardTable['rows'] =>
      moves.map(({ name, now, before }) => [of, name, now, before]);
    const all = Number.MAX_SAFE_INTEGER;
    return {
      columns,
      rows: [
        ...rows('plugin', movesOf(plugins, PLUGINS, all)),
        ...rows('team', movesOf(adoption, TEAMS, all)),
      ],
    };
  }

  protected override draw({ plugins, adoption }: Answers, tools: Tools): readonly Child[] {
    const { texts } = tools;
    const titles = new Map(adoption.rows.map(row => [row['team'], row['title']]));
    const teams = movesOf(adoption, TEAMS);
    const teamBars = teams.map(move =>
      this.#team(move, String(titles.get(move.name) ?? nameOf(move.name)), teams, tools),
    );
    const moved = movesOf(plugins, PLUGINS);
    const pluginBars = moved.map(move => bar(move, move.name, moved, tools));
    return [
      h(
        'div',
        { class: 'groups' },
        group(texts.changed.plugins, pluginBars, texts),
        group(texts.changed.teams, teamBars, texts),
      ),
    ];
  }

  #team(move: Move, title: string, moves: readonly Move[], tools: Tools): Bar {
    const choose = { label: tools.texts.teams.choose(title), act: () => this.choose({ team: move.name }) };
    return { ...bar(move, title, moves, tools), choose };
  }
}

function bar(move: Move, name: string, moves: readonly Move[], { texts, format, palette }: Tools): Bar {
  const largest = Math.max(...moves.map(({ by }) => Math.abs(by)));
  const more = move.by > 0;
  return {
    name,
    share: Math.abs(move.by) / largest,
    figure: `${more ? '▲' : '▼'} ${format.difference(move.by)}`,
    note: `${format.count(move.before)} → ${format.count(move.now)} ${texts.metrics['active_users']?.toLowerCase() ?? ''}`,
    tone: more ? palette.first : palette.second,
  };
}

function group(title: string, bars: readonly Bar[], texts: Texts): HTMLElement {
  const content = bars.length > 0 ? barList(bars) : h('p', { class: 'quiet' }, texts.changed.none);
  return h('div', {}, h('h3', {}, title), content);
}

define('hc-changed', ChangedCard);
