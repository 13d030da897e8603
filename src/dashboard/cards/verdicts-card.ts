import type { Health } from '../report/health.ts';
import type { CardTexts, Texts } from '../texts.ts';
import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import type { Bar } from './bars.ts';
import { barList, factList } from './bars.ts';
import type { Tools } from './card.ts';
import { define } from './card.ts';
import type { HealthAnswers } from './health-card.ts';
import { HealthCard } from './health-card.ts';
import type { CardTable } from './table.ts';

/** What became of events: how many count, and why others do not. */
export class VerdictsCard extends HealthCard {
  protected override own(texts: Texts): CardTexts {
    return texts.cards.verdicts;
  }

  protected override table({ health: { counts } }: HealthAnswers): CardTable {
    const { accepted, withUser, late } = counts;
    const reasons = (verdict: string, of: Readonly<Record<string, number>>): CardTable['rows'] =>
      Object.entries(of).map(([reason, count]) => [verdict, reason, count]);
    return {
      columns: [
        { name: 'verdict', type: 'text' },
        { name: 'reason', type: 'text' },
        { name: 'events', type: 'count' },
      ],
      rows: [
        ['accepted', '', accepted],
        ['accepted', 'with a user', withUser],
        ['accepted', 'late', late],
        ...reasons('rejected', counts.rejected),
        ...reasons('dropped', counts.dropped),
      ],
    };
  }

  protected override drawHealth({ counts, sample }: Health, tools: Tools): readonly Child[] {
    const { texts, format, palette } = tools;
    const words = texts.health;
    const facts = [
      { name: words.counted, value: format.count(counts.accepted) },
      { name: words.withUser, value: format.count(counts.withUser) },
      { name: `${words.late} (${words.lateHint})`, value: format.count(counts.late) },
      { name: words.rejected, value: format.count(sum(counts.rejected)) },
      { name: words.dropped, value: format.count(sum(counts.dropped)) },
      ...(sample === null ? [] : sampleFacts(sample, tools)),
    ];
    const reasons = [
      ...reasonBars(counts.rejected, words.rejected, palette.second, tools),
      ...reasonBars(counts.dropped, words.dropped, palette.before, tools),
    ];
    return [
      factList(facts),
      reasons.length > 0 && h('h3', {}, words.reasons),
      reasons.length > 0 && barList(reasons),
    ];
  }
}

function sampleFacts(
  sample: NonNullable<Health['sample']>,
  { texts, format }: Tools,
): { name: string; value: string }[] {
  return [
    { name: texts.health.sampleUser, value: format.share(sample.withUser) },
    { name: texts.health.sampleKnown, value: format.share(sample.knownToCatalog) },
  ];
}

function reasonBars(
  reasons: Readonly<Record<string, number>>,
  verdict: string,
  tone: string,
  { format }: Tools,
): readonly Bar[] {
  const largest = Math.max(...Object.values(reasons));
  return Object.entries(reasons).map(([reason, count]) => ({
    name: `${verdict}: ${reason.replaceAll('_', ' ')}`,
    share: count / largest,
    figure: format.count(count),
    tone,
  }));
}

function sum(reasons: Readonly<Record<string, number>>): number {
  return Object.values(reasons).reduce((all, count) => all + count, 0);
}

define('hc-verdicts', VerdictsCard);
