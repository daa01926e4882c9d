import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import {
  finalResultEndpoints,
  type NotReady,
  type ResultPreview,
  type ResultProposal,
} from '../../../http/contract/final-results.ts'
import { download } from '../../parts/api.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { finalResultText } from '../../text/final-result.ts'
import { MissingPanel } from '../standings/missing-panel.tsx'
import { AskButton, Decide } from './decide.tsx'
import styles from './final-result.module.css'
import { ProposalSection, SentBack } from './proposal-section.tsx'
import { ResultChanges, ResultFigures } from './result-figures.tsx'

/** The annual result: what waits, what could be proposed, and what was approved. */
export function ResultTab({ year }: { readonly year: number }) {
  const words = useText(finalResultText)
  const may = useMay()
  const answer = useAnswer(finalResultEndpoints.readFinalResults, { query: { year } })
  const refresh = () => void answer.refetch()
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={refresh} />
  if (answer.data === undefined || answer.isPlaceholderData) return <LoadingState rows={10} />
  const { approved, latest } = answer.data
  const canPropose = may('result.propose') && latest?.state !== 'open'
  return (
    <>
      {latest?.state === 'open' && <OpenResult proposal={latest} onRefresh={refresh} />}
      {canPropose && <SentBack latest={latest} />}
      {canPropose && <Preview year={year} />}
      {approved.length === 0 && latest?.state !== 'open' && !canPropose && (
        <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>
      )}
      {approved.map((one, at) => (
        <ProposalSection
          key={one.id}
          proposal={one}
          number={one.result.number}
          isCurrent={at === 0}
          onExport={() =>
            download(finalResultEndpoints.downloadFinalResult, 'result.xlsx', { params: { proposalId: one.id } })
          }
        >
          <ResultChanges changes={one.changes} number={one.result.number} />
          <ResultFigures result={one.result} onRefresh={refresh} />
        </ProposalSection>
      ))}
    </>
  )
}

function OpenResult({
  proposal,
  onRefresh,
}: {
  readonly proposal: ResultProposal
  readonly onRefresh: () => void
}) {
  const params = { proposalId: proposal.id }
  const approve = useCommand(finalResultEndpoints.approveFinalResult)
  const reject = useCommand(finalResultEndpoints.rejectFinalResult)
  const withdraw = useCommand(finalResultEndpoints.withdrawFinalResult)
  const deciding = {
    approve: (minutes: string) => approve.mutateAsync({ params, body: { minutes } }),
    reject: (reason: string) => reject.mutateAsync({ params, body: { reason } }),
    withdraw: () => withdraw.mutateAsync({ params, body: { reason: '' } }),
  }
  return (
    <ProposalSection
      proposal={proposal}
      number={proposal.result.number}
      isCurrent={false}
      actions={<Decide proposal={proposal} deciding={deciding} />}
    >
      <ResultChanges changes={proposal.changes} number={proposal.result.number} />
      <ResultFigures result={proposal.result} onRefresh={onRefresh} />
    </ProposalSection>
  )
}

function Preview({ year }: { readonly year: number }) {
  const answer = useAnswer(finalResultEndpoints.previewFinalResult, { query: { year } })
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined || answer.isPlaceholderData) return <LoadingState rows={6} />
  if (!answer.data.ready) return <NotReadyYet answer={answer.data} year={year} />
  return <ReadyResult preview={answer.data} year={year} onRefresh={() => void answer.refetch()} />
}

type Ready = Extract<ResultPreview, { readonly ready: true }>

function ReadyResult({
  preview,
  year,
  onRefresh,
}: {
  readonly preview: Ready
  readonly year: number
  readonly onRefresh: () => void
}) {
  const words = useText(finalResultText)
  const propose = useCommand(finalResultEndpoints.proposeFinalResult)
  const { digest, result, changes } = preview
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2>
          {words.preview} · {words.number(result.number)}
        </h2>
        <AskButton
          label={words.propose}
          title={words.propose}
          field={words.note}
          done={words.proposed}
          onGive={(note) => propose.mutateAsync({ body: { year, digest, note } })}
        />
      </div>
      <p className="quiet">{words.previewWhy}</p>
      <ResultChanges changes={changes} number={result.number} />
      <ResultFigures result={result} onRefresh={onRefresh} />
    </section>
  )
}

/** Why nothing can be proposed, who is missing what, and where to go on. */
export function NotReadyYet({ answer, year }: { readonly answer: NotReady; readonly year: number }) {
  const words = useText(finalResultText)
  return (
    <section className={styles.section}>
      <Alert
        type="info"
        showIcon
        title={words.notReady}
        description={answer.message}
        action={
          answer.unconfirmed > 0 ? (
            <Link to="/entries/confirm">
              <Button>{words.toConfirm}</Button>
            </Link>
          ) : (
            answer.missing.length > 0 && (
              <Link to={`/standings?year=${String(year)}`}>
                <Button>{words.toStandings}</Button>
              </Link>
            )
          )
        }
      />
      {answer.missing.length > 0 && <MissingPanel missing={answer.missing} year={year} startsOpen />}
    </section>
  )
}
