import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { MonthFigures } from '../../../../http/contract/month-figures.ts'
import { useText } from '../../../text/dictionary.ts'
import { changeInTable, dayText, pointsInTable } from '../../../text/figure.ts'
import { monthFiguresText } from '../../../text/month-figures.ts'
import { itemsOption, scoresOption, trendOption, yearOption } from './chart-options.ts'
import { Chart } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'
import {
  daySums,
  deductionsOfMonth,
  deductionsPath,
  itemChanges,
  monthBars,
  monthBefore,
  scoreBins,
  standingsPath,
  type Looked,
} from './month-sums.ts'
import styles from './month.module.css'

type Shown = {
  readonly figures: MonthFigures
  readonly looked: Looked
  /** As drawings, or line by line. */
  readonly view: 'chart' | 'table'
}

/** The most items that are drawn; the table has them all. */
const mostItems = 8

/** What the figures of a month and its year look like; a chunk of its own, with the drawing library. */
export function MonthCharts(shown: Shown) {
  return (
    <div className={styles.grid}>
      <Trend {...shown} />
      <Items {...shown} />
      <Year {...shown} />
      {shown.figures.scores.length > 0 && <Scores {...shown} />}
    </div>
  )
}

function Trend({ figures, looked, view }: Shown) {
  const text = useText(monthFiguresText)
  const navigate = useNavigate()
  const bars = useMemo(() => monthBars(figures, looked), [figures, looked])
  const isOwn = figures.whose === 'self'
  const isOneOffice = looked.office !== ''
  const option = useMemo(() => trendOption(bars, { isOwn, isOneOffice }, text), [bars, isOwn, isOneOffice, text])
  const [most] = bars.toSorted((one, other) =>
    isOwn ? other.points - one.points : (other.mean ?? 0) - (one.mean ?? 0),
  )
  const title =
    most === undefined || most.points === 0
      ? text.trend.none
      : isOwn
        ? text.trend.mostOwn(most.month, most.points)
        : text.trend.most(most.month, most.mean ?? 0)
  const { columns } = text.trend
  const number = (name: string) => ({ title: name, isNumber: true })
  return (
    <figure className={styles.figure} data-figure="trend">
      <h3>{title}</h3>
      {view === 'chart' ? (
        <Chart
          option={option}
          height={230}
          label={text.describe(title)}
          onPick={(at) => {
            const bar = bars[at]
            if (bar !== undefined) void navigate(deductionsOfMonth(bar.month, looked))
          }}
        />
      ) : (
        <FigureTable
          label={title}
          columns={[
            { title: columns.month },
            number(columns.points),
            number(columns.lines),
            ...(isOwn ? [] : [number(columns.people), number(columns.mean), number(columns.meanOfAll)]),
          ]}
          rows={bars.map(({ month, points, lines, people, mean, meanOfAll }) => ({
            key: month,
            cells: [
              <Link key="to" to={deductionsOfMonth(month, looked)}>
                {text.monthWord(month)}
              </Link>,
              pointsInTable(points),
              lines,
              ...(isOwn
                ? []
                : [people, ...[mean, meanOfAll].map((one) => (one === null ? '' : pointsInTable(one)))]),
            ],
          }))}
        />
      )}
    </figure>
  )
}

function Items({ figures, looked, view }: Shown) {
  const text = useText(monthFiguresText)
  const navigate = useNavigate()
  const all = useMemo(() => itemChanges(figures, looked), [figures, looked])
  const drawn = useMemo(() => all.slice(0, mostItems), [all])
  const option = useMemo(() => itemsOption(drawn, text), [drawn, text])
  const [most] = all.toSorted(
    (one, other) =>
      Math.abs(other.now.points - other.before.points) - Math.abs(one.now.points - one.before.points),
  )
  const title =
    most === undefined ? text.items.none : text.items.title(most.item, most.now.points, most.before.points)
  const { columns } = text.items
  const pathOf = (item: string, month: string) => deductionsOfMonth(month, { ...looked, item })
  const isEmpty = all.every(({ now, before }) => now.points === 0 && before.points === 0)
  return (
    <figure className={styles.figure} data-figure="items">
      <h3>{isEmpty ? text.items.none : title}</h3>
      {view === 'chart' && !isEmpty && (
        <Chart
          option={option}
          height={Math.max(120, 60 + drawn.length * 34)}
          label={text.describe(title)}
          onPick={(at, series) => {
            const change = drawn.toReversed()[at]
            const month = series === 0 ? monthBefore(figures.month) : figures.month
            if (change !== undefined) void navigate(pathOf(change.item, month))
          }}
        />
      )}
      {view === 'table' && (
        <FigureTable
          label={title}
          columns={[
            { title: columns.item },
            ...[columns.now, columns.before, columns.change].map((name) => ({ title: name, isNumber: true })),
          ]}
          rows={all.map(({ item, now, before }) => ({
            key: item,
            cells: [
              item,
              <Link key="now" to={pathOf(item, figures.month)}>
                {pointsInTable(now.points)}
              </Link>,
              <Link key="before" to={pathOf(item, monthBefore(figures.month))}>
                {pointsInTable(before.points)}
              </Link>,
              changeInTable(now.points - before.points),
            ],
          }))}
        />
      )}
    </figure>
  )
}

function Year({ figures, looked, view }: Shown) {
  const text = useText(monthFiguresText)
  const navigate = useNavigate()
  const days = useMemo(() => daySums(figures, looked), [figures, looked])
  const option = useMemo(() => yearOption(days, figures.month.slice(0, 4), text), [days, figures.month, text])
  const [most] = days.toSorted((one, other) => other.points - one.points)
  const title = most === undefined ? text.year.none : text.year.title(most.on, most.points)
  const { columns } = text.year
  const pathOf = (on: string) => deductionsPath({ ...looked, from: on, to: on })
  return (
    <figure className={`${styles.figure ?? ''} ${styles.wide ?? ''}`} data-figure="year">
      <h3>{title}</h3>
      {view === 'chart' ? (
        <>
          <div className={styles.scroll}>
            <div className={styles.year}>
              <Chart
                option={option}
                height={150}
                label={text.describe(title)}
                onPick={(at) => {
                  const day = days[at]
                  if (day !== undefined) void navigate(pathOf(day.on))
                }}
              />
            </div>
          </div>
          <figcaption className="quiet">{text.year.hint}</figcaption>
        </>
      ) : (
        <FigureTable
          label={title}
          columns={[
            { title: columns.on },
            { title: columns.points, isNumber: true },
            { title: columns.lines, isNumber: true },
          ]}
          rows={days.map(({ on, points, lines }) => ({
            key: on,
            cells: [
              <Link key="to" to={pathOf(on)}>
                {dayText(on)}
              </Link>,
              pointsInTable(points),
              lines,
            ],
          }))}
        />
      )}
    </figure>
  )
}

function Scores({ figures, view }: Shown) {
  const text = useText(monthFiguresText)
  const navigate = useNavigate()
  const bins = useMemo(() => scoreBins(figures.scores), [figures.scores])
  const option = useMemo(() => scoresOption(bins, text), [bins, text])
  const [most] = bins.toSorted((one, other) => other.people - one.people)
  const title = most === undefined ? '' : text.scores.title(most.from, most.to, most.people)
  const year = figures.month.slice(0, 4)
  return (
    <figure className={`${styles.figure ?? ''} ${styles.wide ?? ''}`} data-figure="scores">
      <h3>{title}</h3>
      {view === 'chart' ? (
        <Chart
          option={option}
          height={220}
          label={text.describe(title)}
          onPick={(at) => {
            const bin = bins[at]
            if (bin !== undefined) void navigate(standingsPath(year, bin))
          }}
        />
      ) : (
        <FigureTable
          label={title}
          columns={[{ title: text.scores.columns.range }, { title: text.scores.columns.people, isNumber: true }]}
          rows={bins.map((bin) => ({
            key: String(bin.from),
            cells: [
              <Link key="to" to={standingsPath(year, bin)}>
                {text.scores.range(bin.from, bin.to)}
              </Link>,
              bin.people,
            ],
          }))}
        />
      )}
      <figcaption className="quiet">
        {figures.isProvisional && text.scores.provisional}{' '}
        <Link to={`/standings?year=${year}`}>{text.scores.open}</Link>
      </figcaption>
    </figure>
  )
}
