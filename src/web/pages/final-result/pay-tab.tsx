import { Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  payListEndpoints,
  type PayListPreview,
  type PayListProposal,
} from '../../../http/contract/final-results.ts'
import { download } from '../../parts/api.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { finalResultText } from '../../text/final-result.ts'
import { AskButton, Decide } from './decide.tsx'
import styles from './final-result.module.css'
import { PayChanges, PayFigures } from './pay-figures.tsx'
import { ProposalSection, SentBack } from './proposal-section.tsx'
import { NotReadyYet } from './result-tab.tsx'

/** The pay list: what waits, what could be proposed, and what was approved. */
export function PayTab({ year }: { readonly year: number }) {
  const words = useText(finalResultText)
  const may = useMay()
  const answer = useAnswer(payListEndpoints.readPayLists, { query: { year } })
  const refresh = () => void answer.refetch()
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={refresh} />
  if (answer.data === undefined || answer.isPlaceholderData) return <LoadingState rows={10} />
  const { approved, latest } = answer.data
  const canPropose = may('result.propose') && latest?.state !== 'open'
  if (approved === null)
    return (
      <EmptyState title={words.ownTitle} actions={<Link to="/own-pay">{words.ownTitle}</Link>}>
        {words.ownSubtitle(year)}
      </EmptyState>
    )
  return (
    <>
      {latest?.state === 'open' && <OpenPayList proposal={latest} onRefresh={refresh} />}
      {canPropose && <SentBack latest={latest} />}
      {canPropose && <Preview year={year} />}
      {approved.length === 0 && latest?.state !== 'open' && !canPropose && (
        <EmptyState title={words.noList}>{words.noListText}</EmptyState>
      )}
      {approved.map((one, at) => (
        <ProposalSection
          key={one.id}
          proposal={one}
          number={one.payList.number}
          isCurrent={at === 0}
          onExport={() =>
            download(payListEndpoints.downloadPayList, 'pay-list.xlsx', { params: { proposalId: one.id } })
          }
        >
          <PayChanges changes={one.changes} number={one.payList.number} />
          <PayFigures payList={one.payList} onRefresh={refresh} />
        </ProposalSection>
      ))}
    </>
  )
}

function OpenPayList({
  proposal,
  onRefresh,
}: {
  readonly proposal: PayListProposal
  readonly onRefresh: () => void
}) {
  const params = { proposalId: proposal.id }
  const approve = useCommand(payListEndpoints.approvePayList)
  const reject = useCommand(payListEndpoints.rejectPayList)
  const withdraw = useCommand(payListEndpoints.withdrawPayList)
  const deciding = {
    approve: (minutes: string) => approve.mutateAsync({ params, body: { minutes } }),
    reject: (reason: string) => reject.mutateAsync({ params, body: { reason } }),
    withdraw: () => withdraw.mutateAsync({ params, body: { reason: '' } }),
  }
  return (
    <ProposalSection
      proposal={proposal}
      number={proposal.payList.number}
      isCurrent={false}
      actions={<Decide proposal={proposal} deciding={deciding} />}
    >
      <PayChanges changes={proposal.changes} number={proposal.payList.number} />
      <PayFigures payList={proposal.payList} onRefresh={onRefresh} />
    </ProposalSection>
  )
}

/** The amount typed is asked for when the field is left, so that half a number is not. */
function Preview({ year }: { readonly year: number }) {
  const words = useText(finalResultText)
  const [amount, setAmount] = useState('')
  const asked = amount.trim() === '' ? {} : { perPerson: amount.trim() }
  const answer = useAnswer(payListEndpoints.previewPayList, { query: { year, ...asked } })
  const { data, error } = answer
  return (
    <section className={styles.section}>
      <label>
        <span className="quiet">{words.perPerson}</span>
        <Input
          className={styles.amount ?? ''}
          inputMode="decimal"
          placeholder={words.perPersonHint}
          defaultValue=""
          onBlur={(event) => setAmount(event.target.value)}
          onPressEnter={(event) => setAmount(event.currentTarget.value)}
        />
      </label>
      {error !== null && <ErrorState error={error} />}
      {data === undefined && error === null && <LoadingState rows={6} />}
      {error === null && data !== undefined && !data.ready && <NotReadyYet answer={data} year={year} />}
      {error === null && data?.ready === true && (
        <ReadyList preview={data} asked={asked} year={year} onRefresh={() => void answer.refetch()} />
      )}
    </section>
  )
}

type Ready = Extract<PayListPreview, { readonly ready: true }>

function ReadyList({
  preview,
  asked,
  year,
  onRefresh,
}: {
  readonly preview: Ready
  readonly asked: { readonly perPerson?: string }
  readonly year: number
  readonly onRefresh: () => void
}) {
  const words = useText(finalResultText)
  const propose = useCommand(payListEndpoints.proposePayList)
  const { digest, payList, changes } = preview
  return (
    <>
      <div className={styles.head}>
        <h2>
          {words.preview} · {words.number(payList.number)}
        </h2>
        <AskButton
          label={words.propose}
          title={words.propose}
          field={words.note}
          done={words.proposed}
          onGive={(note) => propose.mutateAsync({ body: { year, ...asked, digest, note } })}
        />
      </div>
      <p className="quiet">{words.previewWhy}</p>
      <PayChanges changes={changes} number={payList.number} />
      <PayFigures payList={payList} onRefresh={onRefresh} />
    </>
  )
}
