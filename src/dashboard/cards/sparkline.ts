import { svg } from '../ui/h.ts';

const WIDTH = 240;
const HEIGHT = 40;
const EDGE = 3;

/** A line of few points, for where a chart with axes would be too much. A period that is hidden is a gap. */
export function sparkline(points: readonly (number | null)[], label: string): SVGElement {
  const largest = Math.max(1, ...points.map(point => point ?? 0));
  const x = (place: number): number => EDGE + (place * (WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1);
  const y = (value: number): number => HEIGHT - EDGE - (value * (HEIGHT - 2 * EDGE)) / largest;
  const path = points.reduce(
    (drawn, point, place) =>
      point === null
        ? drawn
        : `${drawn}${place > 0 && points[place - 1] !== null ? 'L' : 'M'}${x(place)} ${y(point)}`,
    '',
  );
  const dots = points.flatMap((point, place) =>
    point === null ? [] : [svg('circle', { cx: x(place), cy: y(point), r: 2 })],
  );
  return svg(
    'svg',
    { class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    svg('path', { d: path }),
    ...dots,
  );
}
