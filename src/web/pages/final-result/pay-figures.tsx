import type { FinalPayLine, FinalPayList, PayChange } from '../../../http/contract/final-results.ts'
import { Points, Yuan } from '../../parts/figure.tsx'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { useText } from '../../text/dictionary.ts'
import { yuanText } from '../../text/figure.ts'
import { finalResultText } from '../../text/final-result.ts'
import { groupedDecimal } from '../pay/pay-view.ts'
import styles from './final-result.module.css'

/** Every frozen line of the pay list, with the sums that balance. */
export function PayFigures({
  payList,
  onRefresh,
}: {
  readonly payList: FinalPayList
  readonly onRefresh: () => void
}) {
  const words = useText(finalResultText)
  const { total, poolFen, scoreSum, unitValue, withheldTotalFen, resultNumber } = payList
  return (
    <>
      <p className={styles.facts}>{words.fromResult(resultNumber)}</p>
      <p className={styles.formula}>{words.formula(yuanText(poolFen), groupedDecimal(scoreSum), unitValue)}</p>
      <p className={styles.formula}>
        <span className={styles.good}>✓ {words.balanced(yuanText(total.payFen))}</span>
      </p>
      <p className={styles.formula}>
        {words.totals(total.people, yuanText(withheldTotalFen), yuanText(total.netFen))}
      </p>
      <ListPage<FinalPayLine>
        name="final-pay-list"
        columns={useColumns()}
        rows={payList.lines}
        rowKey={({ staffNumber }) => staffNumber}
        card={lineCard}
        onRefresh={onRefresh}
        empty={null}
      />
    </>
  )
}

function useColumns(): readonly ListColumn<FinalPayLine>[] {
  const words = useText(finalResultText)
  const { columns } = words
  return [
    { key: 'name', title: columns.name, pinned: true, render: (_, { name }) => name },
    { key: 'staffNumber', title: columns.staffNumber, render: (_, { staffNumber }) => staffNumber },
    { key: 'office', title: columns.office, render: (_, { office }) => office },
    {
      key: 'employment',
      title: columns.employment,
      render: (_, { employment }) => employment ?? words.unspecified,
    },
    {
      key: 'days',
      title: columns.days,
      align: 'right',
      render: (_, { days, daysOfYear }) => `${String(days)}/${String(daysOfYear)}`,
    },
    money('contributed', columns.contributed, ({ contributedFen }) => contributedFen),
    {
      key: 'score',
      title: columns.score,
      align: 'right',
      render: (_, { score }) => <Points hundredths={score} table />,
    },
    money('share', columns.share, ({ payFen }) => payFen),
    {
      key: 'difference',
      title: columns.difference,
      align: 'right',
      render: (_, { payFen, contributedFen }) => <Yuan fen={payFen - contributedFen} change />,
    },
    {
      key: 'money',
      title: columns.money,
      align: 'right',
      render: (_, line) => <Withheld line={line} />,
    },
    money('net', columns.net, ({ netFen }) => netFen),
  ]
}

function money(key: string, title: string, of: (line: FinalPayLine) => number): ListColumn<FinalPayLine> {
  return { key, title, align: 'right', render: (_, line) => <Yuan fen={of(line)} /> }
}

function Withheld({ line: { payFen, netFen, unpaidRestFen } }: { readonly line: FinalPayLine }) {
  const words = useText(finalResultText)
  return (
    <>
      {payFen !== netFen && <Yuan fen={netFen - payFen} change />}
      {unpaidRestFen > 0 && <div className="quiet">{words.unpaidRest(yuanText(unpaidRestFen))}</div>}
    </>
  )
}

function lineCard(line: FinalPayLine) {
  return <LineCard line={line} />
}

function LineCard({ line }: { readonly line: FinalPayLine }) {
  const { columns } = useText(finalResultText)
  return (
    <div className={styles.card}>
      <p>
        <b>{line.name}</b>
        <b>
          <Yuan fen={line.netFen} />
        </b>
      </p>
      <p className="quiet">
        <span>
          {line.office} · {columns.score} <Points hundredths={line.score} table />
        </span>
        <span>
          {columns.share} <Yuan fen={line.payFen} />
        </span>
      </p>
    </div>
  )
}

/** 补发 and 追扣 against the list before. */
export function PayChanges({
  changes,
  number,
}: {
  readonly changes: readonly PayChange[] | null
  readonly number: number
}) {
  const words = useText(finalResultText)
  if (changes === null) return null
  const total = changes.reduce((sum, { differenceFen }) => sum + differenceFen, 0)
  return (
    <section>
      <h3>
        {words.changes(number - 1)}{' '}
        <span className="quiet">{words.payChangesOf(changes.length, yuanText(total))}</span>
      </h3>
      <ul className={styles.changes}>
        {changes.map(({ staffNumber, name, beforeFen, afterFen, differenceFen }) => (
          <li key={staffNumber}>
            <b>{name}</b>
            <span>
              {words.was} <Yuan fen={beforeFen} missing={words.absent} />
            </span>
            <span>
              {words.now} <Yuan fen={afterFen} missing={words.absent} />
            </span>
            <span>
              {differenceFen >= 0 ? words.back : words.reclaim} <Yuan fen={differenceFen} change />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
