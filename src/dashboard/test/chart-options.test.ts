import { describe, expect, it } from 'vitest';
import type { Points, TimeChart } from '../chart/options.ts';
import { timeOption, tooltipText } from '../chart/options.ts';
import { PALETTES } from '../ui/palette.ts';

const colours = PALETTES.light;

function chart(whole: readonly boolean[], shape: 'area' | 'bar', points: Points = [3, 5, 4, 2]): TimeChart {
  return {
    labels: ['a', 'b', 'c', 'd'],
    series: [{ name: 'People {x|y}', points, colour: colours.first, shape }],
    whole,
    format: String,
  };
}

interface Drawn {
  readonly type: string;
  readonly lineStyle?: { readonly type: string };
  readonly data: readonly unknown[];
}

function drawn(given: TimeChart): readonly Drawn[] {
  return timeOption(given, colours, false)['series'] as readonly Drawn[];
}

describe('time chart', () => {
  it('wholePeriods_areOneLine', () => {
    expect(drawn(chart([true, true, true, true], 'area'))).toHaveLength(1);
  });

  it('openPeriod_isDashedFromTheOneBefore', () => {
    const [solid, dashed] = drawn(chart([true, true, true, false], 'area'));
    expect(solid?.data).toEqual([3, 5, 4, null]);
    expect(dashed?.lineStyle?.type).toBe('dashed');
    expect(dashed?.data).toEqual([null, null, 4, 2]);
  });

  it('openPeriod_isAHollowBar', () => {
    const [bars] = drawn(chart([false, true, true, true], 'bar'));
    expect(bars?.data[0]).toMatchObject({ value: 3, itemStyle: { borderType: 'dashed' } });
    expect(bars?.data[1]).toBe(5);
  });

  it('tooltip_isRichText_withoutItsOwnSigns_andWithoutWhatIsHidden', () => {
    const given = chart([true, true, true, true], 'area', [3, 5, null, 2]);
    expect(timeOption(given, colours, false)['tooltip']).toMatchObject({ renderMode: 'richText' });
    expect(tooltipText(given, 1)).toBe('b\nPeople  x y : 5');
    expect(tooltipText(given, 2)).toBe('c');
  });
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map(part =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('palette %s', theme => {
  const palette = PALETTES[theme];
  const grounds = [palette.ground, palette.surface, palette.sunken];

  it('texts_have_4_5_to_1', () => {
    const texts = [palette.text, palette.quiet, palette.accent, palette.good, palette.bad];
    const pairs = texts.flatMap(text => grounds.map(ground => contrast(text, ground)));
    const states = [palette.badGround, palette.warningGround, palette.infoGround].flatMap(ground =>
      [palette.text, palette.quiet].map(text => contrast(text, ground)),
    );
    expect(
      Math.min(...pairs, ...states, contrast(palette.accent, palette.infoGround)),
    ).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it('marks_have_3_to_1', () => {
    const marks = [
      palette.first,
      palette.second,
      palette.third,
      palette.before,
      palette.border,
      palette.warning,
    ];
    expect(Math.min(...marks.map(mark => contrast(mark, palette.surface)))).toBeGreaterThanOrEqual(3);
  });
});
