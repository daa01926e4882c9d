import { Segmented, Select } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { groupBy } from '../../../../domain/primitives/group-by.ts'
import { monthFigureEndpoints, type MonthFigures } from '../../../../http/contract/month-figures.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useRemembered } from '../../../parts/remembered.ts'
import { useMay, useSession } from '../../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { monthFiguresText } from '../../../text/month-figures.ts'
import card from '../home-page.module.css'
import { everything, monthBefore, rowsOf, sumOfMonth, type Looked } from './month-sums.ts'
import styles from './month.module.css'

const MonthCharts = lazy(async () => ({ default: (await import('./month-charts.tsx')).MonthCharts }))

/** How the month stands: one request, and the drawings only once there is something to draw. */
export function MonthCard() {
  const may = useMay()
  const { schemeVersion, assessmentYear, today } = useSession()
  const running = today.slice(0, 7)
  const latest = running.startsWith(String(assessmentYear)) ? running : `${String(assessmentYear)}-12`
  const [month, choose] = useState(latest)
  const isOpen = may('score.read') && schemeVersion !== null
  const { data, error, refetch } = useAnswer(
    monthFigureEndpoints.readMonthFigures,
    { query: { month } },
    { enabled: isOpen },
  )
  if (!isOpen) return null
  return (
    <section className={card.card} aria-labelledby="month">
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={6} />}
      {data !== undefined && <Month figures={data} month={month} latest={latest} onMonth={choose} />}
    </section>
  )
}

function Month({
  figures,
  month,
  latest,
  onMonth,
}: {
  readonly figures: MonthFigures
  readonly month: string
  readonly latest: string
  readonly onMonth: (month: string) => void
}) {
  const text = useText(monthFiguresText)
  const [looked, look] = useState<Looked>(everything)
  const [remembered, remember] = useRemembered('month-view', 'chart')
  const view = remembered === 'table' ? 'table' : 'chart'
  const rows = rowsOf(figures, looked)
  const [now, before] = [sumOfMonth(rows, figures.month), sumOfMonth(rows, monthBefore(figures.month))]
  const whose = looked.office === '' ? text.whose[figures.whose] : looked.office
  return (
    <>
      <h2 id="month">
        {whose}
        {text.finding(figures.month, now.points, before.points)}
      </h2>
      <p className="quiet">{text.asOf(figures.asOf)}</p>
      <div className={`${styles.controls ?? ''} no-print`}>
        <Select
          className={styles.select ?? ''}
          aria-label={text.month}
          value={month}
          options={monthsUntil(latest).map((value) => ({ value, label: text.monthWord(value) }))}
          onChange={onMonth}
        />
        <LookedAt figures={figures} looked={looked} onLook={look} />
        <Segmented
          className={styles.views ?? ''}
          aria-label={text.views}
          options={[
            { value: 'chart', label: text.chart },
            { value: 'table', label: text.table },
          ]}
          value={view}
          onChange={remember}
        />
      </div>
      {figures.rows.length === 0 ? (
        <p className={card.nothing}>
          <b>{text.nothing}</b>
          <span className="quiet">{text.nothingHint}</span>
        </p>
      ) : (
        <Suspense fallback={<LoadingState rows={6} />}>
          <MonthCharts figures={figures} looked={looked} view={view} />
        </Suspense>
      )}
    </>
  )
}

function monthsUntil(latest: string): readonly string[] {
  return Array.from(
    { length: Number(latest.slice(5, 7)) },
    (_, at) => `${latest.slice(0, 5)}${String(at + 1).padStart(2, '0')}`,
  ).toReversed()
}

/** One office or all, one item, one clause of it or all. */
function LookedAt({
  figures,
  looked,
  onLook,
}: {
  readonly figures: MonthFigures
  readonly looked: Looked
  readonly onLook: (looked: Looked) => void
}) {
  const text = useText(monthFiguresText)
  const { offices, rules, whose } = figures
  const groups = useMemo(() => ruleGroups(rules, text), [rules, text])
  const chosen = looked.item === '' ? '' : JSON.stringify([looked.item, looked.rule])
  return (
    <>
      {whose !== 'self' && offices.length > 1 && (
        <Select
          className={styles.select ?? ''}
          aria-label={text.office}
          value={looked.office}
          options={[{ value: '', label: text.allOffices }, ...offices.map((value) => ({ value, label: value }))]}
          onChange={(office) => onLook({ ...looked, office })}
        />
      )}
      <Select
        className={styles.rules ?? ''}
        aria-label={text.rule}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={chosen}
        options={[{ value: '', label: text.allRules }, ...groups]}
        onChange={(value: string) => {
          const [item = '', rule = ''] = value === '' ? [] : readChoice(value)
          onLook({ ...looked, item, rule })
        }}
      />
    </>
  )
}

function readChoice(value: string): readonly string[] {
  const read: unknown = JSON.parse(value)
  return Array.isArray(read) ? read.map(String) : []
}

function ruleGroups(rules: MonthFigures['rules'], text: (typeof monthFiguresText)['zh']) {
  return [...groupBy(rules, ({ item }) => item)].map(([item, ofItem]) => ({
    label: item,
    options: [
      { value: JSON.stringify([item, '']), label: text.wholeItem(item) },
      ...ofItem.map(({ sentence }) => ({ value: JSON.stringify([item, sentence]), label: sentence })),
    ],
  }))
}
