import type { EChartsCoreOption } from 'echarts/core'
import { pointsText } from '../../../text/figure.ts'
import type { monthFiguresText } from '../../../text/month-figures.ts'
import { theme } from '../../../theme/theme.ts'
import type { DaySum, ItemChange, MonthBar, ScoreBin } from './month-sums.ts'

type Text = (typeof monthFiguresText)['zh']

const ink = '#1f2328'
const muted = '#5c6169'
const line = '#e3dfd5'
const accent = '#9b1c1f'
const other = '#3d5a80'
const pale = '#c9bfae'

const textStyle = { fontFamily: theme.token?.fontFamily ?? 'sans-serif', color: ink, fontSize: 12 }
const base = {
  animation: false,
  textStyle,
  // Plain text: names of offices and clauses are never markup.
  tooltip: { renderMode: 'richText', confine: true, textStyle },
} as const
const grid = { left: 8, right: 12, top: 28, bottom: 4, containLabel: true }
const legend = { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { ...textStyle, color: muted } }
const inPoints = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)
const names = (data: readonly string[]) => ({
  type: 'category',
  data: [...data],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: line } },
  axisLabel: { color: muted, hideOverlap: true },
})
const amounts = {
  type: 'value',
  minInterval: 0,
  splitLine: { lineStyle: { color: line } },
  axisLabel: { color: muted },
}

/** Bars of what is looked at; beside one office the mean of all as a line. One's own are no mean. */
export function trendOption(
  bars: readonly MonthBar[],
  { isOwn, isOneOffice }: { readonly isOwn: boolean; readonly isOneOffice: boolean },
  text: Text,
): EChartsCoreOption {
  const meanOfAll = {
    type: 'line',
    name: text.trend.meanOfAll,
    symbolSize: 5,
    lineStyle: { color: other, width: 2 },
    itemStyle: { color: other },
    data: bars.map((bar) => inPoints(bar.meanOfAll)),
  }
  return {
    ...base,
    grid: isOneOffice ? grid : { ...grid, top: 14 },
    ...(isOneOffice ? { legend } : {}),
    tooltip: {
      ...base.tooltip,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const bar = bars[dataIndex]
        return bar === undefined ? '' : text.tooltip(text.monthWord(bar.month), bar.points, bar.lines)
      },
    },
    xAxis: names(bars.map(({ month }) => text.monthWord(month))),
    yAxis: amounts,
    series: [
      {
        type: 'bar',
        name: isOwn ? text.trend.own : text.trend.mean,
        barMaxWidth: 22,
        itemStyle: { color: accent },
        data: bars.map(({ mean, points }) => inPoints(isOwn ? points : mean)),
      },
      ...(isOneOffice ? [meanOfAll] : []),
    ],
  }
}

/** Day by week; the darker, the more. */
export function yearOption(days: readonly DaySum[], year: string, text: Text): EChartsCoreOption {
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const day = days[dataIndex]
        return day === undefined ? '' : text.tooltip(day.on, day.points, day.lines)
      },
    },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(1, ...days.map(({ points }) => points / 100)),
      inRange: { color: ['#f3dcd2', '#d98b78', accent] },
    },
    calendar: {
      range: year,
      left: 26,
      right: 6,
      top: 22,
      bottom: 4,
      cellSize: ['auto', 'auto'],
      splitLine: { lineStyle: { color: '#cfcabd', width: 1 } },
      itemStyle: { color: '#fff', borderColor: '#ece8de' },
      yearLabel: { show: false },
      dayLabel: { firstDay: 1, nameMap: [...text.year.weekdays], color: muted, fontSize: 11 },
      monthLabel: { nameMap: [...text.year.months], color: muted, fontSize: 11 },
    },
    series: [
      {
        type: 'heatmap',
        coordinateSystem: 'calendar',
        data: days.map(({ on, points }) => [on, points / 100]),
      },
    ],
  }
}

export function scoresOption(bins: readonly ScoreBin[], text: Text): EChartsCoreOption {
  return {
    ...base,
    grid: { ...grid, top: 14 },
    tooltip: {
      ...base.tooltip,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const bin = bins[dataIndex]
        return bin === undefined ? '' : text.people(text.scores.range(bin.from, bin.to), bin.people)
      },
    },
    xAxis: names(bins.map(({ from, to }) => text.scores.range(from, to))),
    yAxis: { ...amounts, minInterval: 1 },
    series: [
      {
        type: 'bar',
        name: text.scores.people,
        barCategoryGap: '12%',
        itemStyle: { color: other },
        label: { show: true, position: 'top', color: ink, formatter: countLabel },
        data: bins.map(({ people }) => people),
      },
    ],
  }
}

function countLabel({ value }: { readonly value: number }): string {
  return value === 0 ? '' : String(value)
}

/** This month above the last, item by item; the first at the top. */
export function itemsOption(items: readonly ItemChange[], text: Text): EChartsCoreOption {
  const shown = items.toReversed()
  const side = (name: string, color: string, of: (change: ItemChange) => number) => ({
    type: 'bar',
    name,
    barMaxWidth: 12,
    itemStyle: { color },
    label: {
      show: true,
      position: 'right',
      color: muted,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const change = shown[dataIndex]
        return change === undefined || of(change) === 0 ? '' : pointsText(of(change))
      },
    },
    data: shown.map((change) => of(change) / 100),
  })
  return {
    ...base,
    tooltip: { show: false },
    grid: { ...grid, right: 44 },
    legend: { ...legend, data: [text.items.now, text.items.before] },
    xAxis: amounts,
    yAxis: {
      ...names(shown.map(({ item }) => item)),
      axisLabel: { color: muted, width: 110, overflow: 'truncate' },
    },
    series: [
      side(text.items.before, pale, ({ before }) => before.points),
      side(text.items.now, accent, ({ now }) => now.points),
    ],
  }
}
