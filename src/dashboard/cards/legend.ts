import { h, svg } from '../ui/h.ts';

/** What a mark in a chart stands for. */
export interface LegendItem {
  readonly name: string;
  readonly colour: string;
  readonly shape: 'line' | 'dotted' | 'dashed' | 'box';
}

const DASHES = { line: null, dotted: '2 3', dashed: '6 4' };

/** The legend of a chart, for those who see it; others have its label and the table. */
export function legend(items: readonly LegendItem[]): HTMLElement {
  return h(
    'ul',
    { class: 'legend', role: 'list' },
    ...items.map(item => h('li', {}, sample(item), item.name)),
  );
}

function sample({ colour, shape }: LegendItem): SVGElement {
  const mark =
    shape === 'box'
      ? svg('rect', { x: 6, y: 0, width: 12, height: 12, rx: 2, fill: colour })
      : svg('line', {
          x1: 0,
          y1: 6,
          x2: 24,
          y2: 6,
          stroke: colour,
          'stroke-width': 3,
          'stroke-dasharray': DASHES[shape],
        });
  return svg('svg', { viewBox: '0 0 24 12', 'aria-hidden': 'true' }, mark);
}
