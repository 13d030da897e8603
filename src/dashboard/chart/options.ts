import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/palette.ts';

/** A figure for each period; null where there is none. */
export type Points = readonly (number | null)[];

/** A series of a chart. */
export interface Series {
  readonly name: string;
  readonly points: Points;
  readonly colour: string;
  readonly shape: 'line' | 'area' | 'bar' | 'thin';
  /** The name of the stack that a bar is part of. */
  readonly stack?: string;
}

/** A line across the chart at a period. */
export interface Mark {
  readonly place: number;
  readonly label: string;
}

/** A chart over time. */
export interface TimeChart {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Whether each period is whole; of those that are not, lines are dashed and bars hollow. */
  readonly whole: readonly boolean[];
  readonly marks?: readonly Mark[];
  readonly format: (value: number) => string;
}

/** A chart over time in the words of ECharts. */
export function timeOption(chart: TimeChart, colours: Palette, animated: boolean): EChartsCoreOption {
  const marks = chart.marks ?? [];
  return {
    animation: animated,
    animationDuration: 250,
    grid: { left: 4, right: 12, top: marks.length > 0 ? 34 : 14, bottom: 4, containLabel: true },
    tooltip: tooltip(chart, colours),
    xAxis: {
      type: 'category',
      data: chart.labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { color: colours.quiet, formatter: chart.format },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: chart.series.flatMap((series, index) =>
      (series.shape === 'bar' ? bars : lines)(series, chart.whole, colours).map((each, part) =>
        index === 0 && part === 0 ? { ...each, markLine: markLine(marks, colours) } : each,
      ),
    ),
  };
}

/** As rich text: a tooltip of markup would break the policy of the page's content. */
function tooltip(chart: TimeChart, colours: Palette): object {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: colours.surface,
    borderColor: colours.border,
    textStyle: { color: colours.text, fontSize: 12 },
    axisPointer: { type: 'line', lineStyle: { color: colours.border, width: 1 } },
    formatter: (points: readonly { dataIndex: number }[]): string =>
      tooltipText(chart, points[0]?.dataIndex ?? 0),
  };
}

/** The figures of one period, a line each. */
export function tooltipText(chart: TimeChart, place: number): string {
  const figures = chart.series.map(({ name, points }) => {
    const point = points[place] ?? null;
    return point === null ? null : `${plain(name)}: ${chart.format(point)}`;
  });
  return [chart.labels[place] ?? '', ...figures.filter(Boolean)].join('\n');
}

/** Without the characters that ECharts' rich text takes for its own. */
function plain(text: string): string {
  return text.replace(/[{}|]/g, ' ');
}

function bars(series: Series, whole: readonly boolean[], colours: Palette): object[] {
  const hollow = {
    color: colours.surface,
    borderColor: series.colour,
    borderType: 'dashed' as const,
    borderWidth: 1.5,
  };
  return [
    {
      type: 'bar',
      name: series.name,
      stack: series.stack,
      barMaxWidth: 36,
      itemStyle: { color: series.colour },
      data: series.points.map((value, index) =>
        whole[index] === false && value !== null && value > 0 ? { value, itemStyle: hollow } : value,
      ),
    },
  ];
}

/** A line, and a dashed one over the parts that lead to a period that is not whole. */
function lines(series: Series, whole: readonly boolean[], colours: Palette): object[] {
  const thin = series.shape === 'thin';
  const drawn = {
    type: 'line',
    name: series.name,
    symbol: 'circle',
    symbolSize: series.points.length > 60 ? 3 : 6,
    showSymbol: series.points.length === 1,
    color: series.colour,
    connectNulls: false,
  };
  const width = thin ? 1.5 : 2.5;
  const solid = {
    ...drawn,
    z: thin ? 2 : 4,
    lineStyle: { width, color: series.colour, type: thin ? 'dotted' : 'solid' },
    ...(series.shape === 'area' ? { areaStyle: { color: colours.first, opacity: 0.1 } } : {}),
    data: thin ? series.points : series.points.map((value, index) => (whole[index] === false ? null : value)),
  };
  if (thin || whole.every(Boolean)) {
    return [solid];
  }
  const dashed = series.points.map((value, index) => (isOpen(index, whole) ? value : null));
  return [
    solid,
    { ...drawn, z: 4, lineStyle: { width, color: series.colour, type: 'dashed' }, data: dashed },
  ];
}

/** Whether a period, or one beside it, is not whole. */
function isOpen(place: number, whole: readonly boolean[]): boolean {
  return [place - 1, place, place + 1].some(each => whole[each] === false);
}

function markLine(marks: readonly Mark[], colours: Palette): object | undefined {
  return marks.length === 0
    ? undefined
    : {
        silent: true,
        symbol: 'none',
        animation: false,
        lineStyle: { color: colours.third, type: 'solid', width: 1.5 },
        data: marks.map(({ place, label }, index) => ({
          xAxis: place,
          label: {
            formatter: plain(label),
            color: colours.quiet,
            fontSize: 11,
            position: 'end',
            // Neighbours take turns in two rows, so that they do not cover each other.
            distance: index % 2 === 0 ? 3 : 16,
          },
        })),
      };
}
