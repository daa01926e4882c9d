import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { PayAnswer } from '../../../http/contract/results.ts'
import { download, messageOf } from '../../parts/api.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { SignatureLines } from '../../parts/signature-lines.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { yuanText } from '../../text/figure.ts'
import { payText } from '../../text/pay.ts'
import { MissingPanel } from '../standings/missing-panel.tsx'
import { AmountForm } from './amount-form.tsx'
import { PayList, type PayListAnswer } from './pay-list.tsx'
import styles from './pay.module.css'
import { answersPayWords, groupedDecimal, typedAmount, unpaidRest } from './pay-view.ts'

const defaults = { perPerson: '' }
type Asked = { readonly [Name in keyof typeof defaults]: string }

/** 绩效工资: the formula with today's figures in it, the list, and the line that says it balances. */
export function PayPage() {
  const text = useText(payText)
  const { message } = App.useApp()
  const [year] = useAssessmentYear()
  const [asked, change] = useUrlState<Asked>(defaults)
  // An address written by hand may hold anything; what is no amount is not asked for.
  const perPerson = typedAmount(asked.perPerson) === null ? undefined : asked.perPerson
  const query = { year, perPerson }
  const answer = useAnswer(endpoints.readPay, { query })
  const exportList = () => {
    download(endpoints.downloadPay, `绩效工资 ${String(year)}.xlsx`, { query }).catch((error: unknown) => {
      void message.error(messageOf(error))
    })
  }
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={text.title}
          subtitle={text.intro(year)}
          actions={
            answer.data?.complete === true && (
              <>
                <Button onClick={exportList}>{text.export}</Button>
                <Button
                  onClick={() => {
                    window.print()
                  }}
                >
                  {text.print}
                </Button>
              </>
            )
          }
        />
      </div>
      <AmountForm
        asked={perPerson ?? ''}
        usedFen={answer.data === undefined ? null : amountOf(answer.data)}
        onChange={(amount) => {
          change({ perPerson: amount })
        }}
      />
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined && answer.error === null && <LoadingState rows={12} />}
      {answer.data !== undefined && answer.error === null && (
        <div aria-busy={answer.isPlaceholderData}>
          {answer.data.complete ? (
            <CompleteList list={answer.data} year={year} />
          ) : (
            <NoList answer={answer.data} year={year} />
          )}
        </div>
      )}
    </>
  )
}

function amountOf(answer: PayAnswer): number | null {
  return answer.complete ? answer.perPersonFen : answer.suggestedPerPersonFen
}

function CompleteList({ list, year }: { readonly list: PayListAnswer; readonly year: number }) {
  const text = useText(payText)
  const { town } = useSession()
  const [words, setWords] = useState('')
  const rows = list.rows.filter((row) => answersPayWords(row, words))
  const rest = unpaidRest(list.rows)
  return (
    <article className={styles.paper}>
      <h2 className={styles.paperTitle}>
        {town.name} {text.listTitle(year)}
      </h2>
      {!list.yearEnded && (
        <p className={styles.lookAhead} role="note">
          {text.lookAhead(list.asOf)}
        </p>
      )}
      <p className={styles.formula}>
        <span>
          {text.pool} <b>{yuanText(list.poolFen)}</b> {text.yuan}
        </span>
        <span aria-hidden="true">÷</span>
        <span>
          {text.scoreSum} <b>{groupedDecimal(list.scoreSum)}</b> {text.points}
        </span>
        <span aria-hidden="true">=</span>
        <span>
          <b className={styles.unitValue}>{list.unitValue}</b> {text.yuanPerPoint}
        </span>
      </p>
      <div className={styles.tools}>
        <BalanceLine balanceFen={list.balanceFen} />
        <Input.Search
          className={`${styles.find ?? ''} no-print`}
          aria-label={text.find}
          placeholder={text.find}
          allowClear
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
          }}
        />
      </div>
      <PayList list={list} rows={rows} year={year} />
      <p className={styles.foot}>
        {text.totals(rows.length)}　{list.rows.some((row) => row.days < row.daysOfYear) && text.countedByDays}
        {list.total.moneyFen !== 0 && text.moneyTotal(yuanText(list.total.moneyFen - rest))}
        {rest > 0 && `，${text.unpaidRest(yuanText(rest))}`}
      </p>
      <SignatureLines labels={[text.made, text.checked, text.approved, text.date]} />
    </article>
  )
}

function BalanceLine({ balanceFen }: { readonly balanceFen: number }) {
  const text = useText(payText)
  return balanceFen === 0 ? (
    <p className={styles.balanced}>✓ {text.balanced}</p>
  ) : (
    <p className={styles.problem} role="alert">
      ✗ {text.unbalanced(yuanText(balanceFen))}
    </p>
  )
}

type Incomplete = Extract<PayAnswer, { readonly complete: false }>

function NoList({ answer, year }: { readonly answer: Incomplete; readonly year: number }) {
  const text = useText(payText)
  return (
    <>
      <EmptyState
        title={text.notYet}
        actions={
          <Link to={answer.reason === 'no-people' ? '/people' : `/standings?year=${String(year)}`}>
            <Button>{answer.reason === 'no-people' ? text.toPeople : text.toStandings}</Button>
          </Link>
        }
      >
        {text.reasons[answer.reason]}
      </EmptyState>
      <MissingPanel missing={answer.missing} year={year} startsOpen />
    </>
  )
}
