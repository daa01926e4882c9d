import { useState } from 'react'
import { Link } from 'react-router'
import { formatHundredths } from '../../../domain/primitives/centipoints.ts'
import type { PayAnswer, PayRow, PaySubtotal } from '../../../http/contract/results.ts'
import { Figure, Points, Yuan } from '../../parts/figure.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import whyLink from '../../parts/why-link.module.css'
import { WhyPanel } from '../../parts/why-panel.tsx'
import { useText } from '../../text/dictionary.ts'
import { pointsInTable, yuanText } from '../../text/figure.ts'
import { payText } from '../../text/pay.ts'
import styles from './pay.module.css'
import { countedScore, employmentLabel, groupedDecimal } from './pay-view.ts'

export type PayListAnswer = Extract<PayAnswer, { readonly complete: true }>

type Props = { readonly list: PayListAnswer; readonly rows: readonly PayRow[]; readonly year: number }

/** The list itself: one line a person, subtotals by 编制, and the total that equals the pool. */
export function PayList({ list, rows, year }: Props) {
  const text = useText(payText)
  const isPhone = useIsPhone()
  const [asked, ask] = useState<PayRow | null>(null)
  return (
    <>
      {isPhone ? (
        <PayCards rows={rows} total={list.total} onWhy={ask} />
      ) : (
        <PayTable list={list} rows={rows} year={year} onWhy={ask} />
      )}
      <WhyPanel
        open={asked !== null}
        onClose={() => {
          ask(null)
        }}
        title={asked === null ? '' : text.whyTitle(asked.name)}
        figure={asked !== null && <Yuan fen={asked.payFen} />}
      >
        {asked !== null && <WhyPay row={asked} list={list} year={year} />}
      </WhyPanel>
    </>
  )
}

type Why = (row: PayRow) => void

function PayTable({ list, rows, year, onWhy }: Props & { readonly onWhy: Why }) {
  const text = useText(payText)
  const figures = [text.contributed, text.score, text.unitValue, text.share, text.difference, text.money, text.net]
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {text.order}
            </th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.office}</th>
            <th scope="col">{text.employment}</th>
            {figures.map((title) => (
              <th scope="col" key={title} className={styles.number}>
                {title}
              </th>
            ))}
            <th scope="col" className={styles.sign}>
              {text.signed}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.staffNumber}>
              <td className={`${styles.number ?? ''} figure`}>{list.rows.indexOf(row) + 1}</td>
              <td className={styles.name}>{row.name}</td>
              <td>{row.office}</td>
              <td>{employmentLabel(row.employment)}</td>
              <PayFigures row={row} unitValue={list.unitValue} year={year} onWhy={onWhy} />
              <td aria-label={text.signed} />
            </tr>
          ))}
        </tbody>
        <tbody className={styles.subtotals}>
          {list.subtotals.map((subtotal) => (
            <TotalRow
              key={subtotal.label}
              subtotal={subtotal}
              score={countedScore(list.rows.filter((row) => employmentLabel(row.employment) === subtotal.label))}
            />
          ))}
        </tbody>
        <tbody className={styles.total}>
          <TotalRow subtotal={list.total} score={countedScore(list.rows)} />
        </tbody>
      </table>
    </div>
  )
}

function PayFigures({
  row,
  unitValue,
  year,
  onWhy,
}: {
  readonly row: PayRow
  readonly unitValue: string
  readonly year: number
  readonly onWhy: Why
}) {
  const text = useText(payText)
  return (
    <>
      <td className={styles.number}>
        <Yuan fen={row.contributedFen} />
      </td>
      <td className={styles.number}>
        <Link
          className={whyLink.why}
          to={`/people/${encodeURIComponent(row.staffNumber)}/sheet?year=${String(year)}`}
        >
          <Points hundredths={row.score} table />
        </Link>
        {row.days < row.daysOfYear && <div className={styles.small}>{text.days(row.days, row.daysOfYear)}</div>}
      </td>
      <td className={styles.number}>
        <Figure>{unitValue}</Figure>
      </td>
      <td className={styles.number}>
        <button
          type="button"
          className={whyLink.why}
          onClick={() => {
            onWhy(row)
          }}
        >
          <Yuan fen={row.payFen} />
        </button>
      </td>
      <td className={styles.number}>
        <Yuan fen={row.differenceFen} change />
      </td>
      <td className={styles.number}>
        {row.moneyFen !== 0 && <Yuan fen={-row.moneyFen} change />}
        {row.unpaidRestFen > 0 && (
          <div className={styles.small}>{text.unpaidRest(yuanText(row.unpaidRestFen))}</div>
        )}
      </td>
      <td className={styles.number}>
        <b>
          <Yuan fen={row.netFen} />
        </b>
      </td>
    </>
  )
}

function TotalRow({ subtotal, score }: { readonly subtotal: PaySubtotal; readonly score: number }) {
  const text = useText(payText)
  return (
    <tr>
      <th scope="row" colSpan={4}>
        {subtotal.label} <span className="quiet">{text.people(subtotal.people)}</span>
      </th>
      <td className={styles.number}>
        <Yuan fen={subtotal.contributedFen} />
      </td>
      <td className={styles.number}>
        <Figure>{groupedDecimal(formatHundredths(score))}</Figure>
      </td>
      <td aria-label={text.unitValue} />
      <td className={styles.number}>
        <Yuan fen={subtotal.payFen} />
      </td>
      <td className={styles.number}>
        <Yuan fen={subtotal.differenceFen} change />
      </td>
      <td className={styles.number}>{subtotal.moneyFen !== 0 && <Yuan fen={-subtotal.moneyFen} change />}</td>
      <td className={styles.number}>
        <Yuan fen={subtotal.netFen} />
      </td>
      <td aria-label={text.signed} />
    </tr>
  )
}

function PayCards({
  rows,
  total,
  onWhy,
}: {
  readonly rows: readonly PayRow[]
  readonly total: PaySubtotal
  readonly onWhy: Why
}) {
  const text = useText(payText)
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.staffNumber}>
          <button
            type="button"
            className={styles.card}
            onClick={() => {
              onWhy(row)
            }}
          >
            <span>
              <b>{row.name}</b> <span className="quiet">{row.office}</span>
              <br />
              <span className="quiet">
                {text.score} <Points hundredths={row.score} table />
                {row.moneyFen !== 0 && (
                  <>
                    　{text.money} <Yuan fen={-row.moneyFen} change />
                  </>
                )}
              </span>
            </span>
            <span className={styles.cardFigures}>
              <b>
                <Yuan fen={row.netFen} />
              </b>
              <br />
              <Yuan fen={row.differenceFen} change />
            </span>
          </button>
        </li>
      ))}
      <li className={styles.cardTotal}>
        <span>
          {text.total} {text.people(total.people)}
        </span>
        <b>
          <Yuan fen={total.netFen} />
        </b>
      </li>
    </ul>
  )
}

/** The formula with this person's figures in it. */
function WhyPay({
  row,
  list,
  year,
}: {
  readonly row: PayRow
  readonly list: PayListAnswer
  readonly year: number
}) {
  const text = useText(payText)
  const part = row.days < row.daysOfYear ? ` × ${String(row.days)}/${String(row.daysOfYear)}` : ''
  return (
    <>
      <p className="quiet">{text.whyFormula}</p>
      <p className={styles.whyFormula}>
        {yuanText(list.poolFen)} × {pointsInTable(row.score)}
        {part} ÷ {groupedDecimal(list.scoreSum)} = <b>{yuanText(row.payFen)}</b> {text.yuan}
      </p>
      {row.days < row.daysOfYear && <p>{text.whyDays(row.days, row.daysOfYear)}</p>}
      <p className="quiet">{text.whyRounding}</p>
      <dl className={styles.whyParts}>
        <dt>{text.contributed}</dt>
        <dd>
          <Yuan fen={row.contributedFen} />
        </dd>
        <dt>{text.difference}</dt>
        <dd>
          <Yuan fen={row.differenceFen} change />
        </dd>
        <dt>{text.money}</dt>
        <dd>
          <Yuan fen={-row.moneyFen} change />
          {row.unpaidRestFen > 0 && (
            <div className={styles.small}>{text.unpaidRest(yuanText(row.unpaidRestFen))}</div>
          )}
        </dd>
        <dt>{text.net}</dt>
        <dd>
          <b>
            <Yuan fen={row.netFen} />
          </b>
        </dd>
      </dl>
      <Link className="no-print" to={`/people/${encodeURIComponent(row.staffNumber)}/sheet?year=${String(year)}`}>
        {text.toSheet}
      </Link>
    </>
  )
}
