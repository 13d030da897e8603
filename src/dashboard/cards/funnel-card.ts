import type { Answer, Row } from '../report/answer.ts';
import { numberOf, ownRows, textOf } from '../report/answer.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { nameOf } from '../view/options.ts';
import type { Bar } from './bars.ts';
import { barList } from './bars.ts';
import type { Tools } from './card.ts';
import { Card, define } from './card.ts';
import { tableElement } from './table.ts';

interface Answers {
  readonly templates: Answer;
}

const STEPS = ['views', 'opened', 'submitted', 'completed'] as const;

/** How many get from looking at a template to its result. */
export class FunnelCard extends Card<Answers> {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.funnel;
  }

  protected override main({ templates }: Answers): Answer {
    return templates;
  }

  /** What agents alone run makes no row. */
  protected override isEmpty({ templates }: Answers): boolean {
    return templates.rows.length === 0 && !numberOf(templates.total, 'by_agent');
  }

  protected override draw({ templates }: Answers, tools: Tools): readonly Child[] {
    return [
      barList(stepsOf(templates.total, tools), true),
      origins(templates.total, tools),
      byTemplate(templates, tools),
    ];
  }
}

/** Which runs nobody began in a browser; nothing where there are none. */
function origins(total: Row, { texts, format }: Tools): Child {
  const [api, agents] = [numberOf(total, 'by_api'), numberOf(total, 'by_agent')];
  const text = texts.templates.origins(format.count(api), format.count(agents));
  return !api && !agents ? null : h('p', { class: 'quiet' }, text);
}

function stepsOf(total: Row, { texts, format }: Tools): readonly Bar[] {
  const largest = Math.max(1, ...STEPS.map(step => numberOf(total, step) ?? 0));
  return STEPS.map((step, index) => {
    const count = numberOf(total, step);
    const before = index === 0 ? null : numberOf(total, STEPS[index - 1] ?? step);
    const share = count === null || !before ? null : count / before;
    return {
      name: texts.templates.steps[step] ?? step,
      share: (count ?? 0) / largest,
      figure: format.count(count),
      note: share !== null && texts.templates.ofBefore(format.share(share)),
    };
  });
}

function byTemplate(templates: Answer, { texts, format, link }: Tools): HTMLElement {
  const columns = [
    { name: 'template', type: 'text' as const },
    ...STEPS.map(name => ({ name, type: 'count' as const })),
  ];
  const rows = ownRows(templates).map(row => [
    textOf(row, 'title') || nameOf(textOf(row, 'template')),
    ...STEPS.map(step => numberOf(row, step)),
  ]);
  const links = ownRows(templates).map(row => link(textOf(row, 'template')));
  return h('div', {}, tableElement({ columns, rows, links }, texts.cards.funnel.title, texts, format));
}

define('hc-funnel', FunnelCard);
