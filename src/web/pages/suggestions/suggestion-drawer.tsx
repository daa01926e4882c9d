import { Alert, Descriptions, Drawer, Timeline } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatQuantity } from '../../../domain/primitives/quantity.ts'
import { registerTitles } from '../../../domain/registers/register.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProposalRecord, ProposedEntryView } from '../../../http/contract/registers/proposed-entries.ts'
import { RecordsEvidence } from '../../parts/evidence/records-evidence.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { StepEffects } from '../../parts/step-effects.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { suggestionsText, type SuggestionsText } from '../../text/suggestions.ts'
import { Kind, Rule } from './suggestion-columns.tsx'
import styles from './suggestions.module.css'
import { useEffects } from './use-effects.ts'

type Props = {
  readonly proposalId: string | null
  readonly onClose: () => void
  readonly renderActions: (proposal: ProposedEntryView) => ReactNode
}

/** One proposal whole: what was noted, the lines it rests on, the clause, what it would move, and what became of it. */
export function SuggestionDrawer({ proposalId, onClose, renderActions }: Props) {
  const text = useText(suggestionsText)
  const answer = useAnswer(
    endpoints.readProposedEntry,
    { params: { proposalId: proposalId ?? '' } },
    { enabled: proposalId !== null },
  )
  const proposal = proposalId === null ? undefined : answer.data?.proposal
  return (
    <Drawer
      open={proposalId !== null}
      onClose={onClose}
      title={text.drawerTitle}
      size="min(560px, 100vw)"
      extra={proposal !== undefined && <span className="quiet">{text.tabs[proposal.state]}</span>}
      footer={
        proposal !== undefined && proposal.state === 'open' ? (
          <div className={styles.foot}>{renderActions(proposal)}</div>
        ) : null
      }
    >
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined && answer.error === null && proposalId !== null && <LoadingState />}
      {proposal !== undefined && answer.data !== undefined && (
        <Detail proposal={proposal} history={answer.data.history} records={answer.data.records} text={text} />
      )}
    </Drawer>
  )
}

type DetailProps = {
  readonly proposal: ProposedEntryView
  readonly history: readonly ProposedEntryView[]
  readonly records: readonly ProposalRecord[]
  readonly text: SuggestionsText
}

function Detail({ proposal, history, records, text }: DetailProps) {
  const facts = [
    { label: text.quantity, value: `${formatQuantity(proposal.quantity)}${proposal.unit}` },
    { label: text.level, value: proposal.level },
    { label: text.matter, value: proposal.matter },
    { label: text.place, value: proposal.place },
  ].filter(({ value }) => value !== null)
  return (
    <>
      <p className={styles.who}>
        {proposal.name}
        <span className="quiet"> {proposal.office} </span>
        <span className="figure">{proposal.occurredOn}</span>
      </p>
      {proposal.barred === 'aboutOneself' && <Alert type="info" showIcon title={text.barOneself} />}
      {proposal.sort === 'reversal' && <Alert type="warning" showIcon title={text.reversalExplain} />}
      <h3 className={styles.heading}>{text.found}</h3>
      <p>
        <Kind proposal={proposal} text={text} />
        {proposal.words}
      </p>
      <Descriptions
        column={1}
        size="small"
        items={facts.map(({ label, value }) => ({ key: label, label, children: value }))}
      />
      {records.length > 0 && <Records records={records} text={text} />}
      <RecordsEvidence recordIds={records.map(({ id }) => id)} />
      <h3 className={styles.heading}>{text.clause}</h3>
      {proposal.rule !== null && <blockquote className={styles.quote}>{proposal.rule.clause}</blockquote>}
      <div className={styles.whole}>
        <Rule proposal={proposal} text={text} />
      </div>
      {proposal.state === 'open' && <OpenEffects proposalId={proposal.id} text={text} />}
      <h3 className={styles.heading}>{text.history}</h3>
      <Timeline items={history.flatMap((one) => stepsOf(one, text))} />
    </>
  )
}

function Records({ records, text }: Pick<DetailProps, 'records' | 'text'>) {
  return (
    <>
      <h3 className={styles.heading}>{text.basedOn}</h3>
      <ul className={styles.records}>
        {records.map(({ id, register, summary, isWithdrawn }) => (
          <li key={id}>
            <Link to={`/registers/${register}?record=${id}`}>
              {registerTitles[register]} · {summary}
            </Link>{' '}
            {isWithdrawn && <span className="quiet">{text.recordWithdrawn}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function OpenEffects({ proposalId, text }: { readonly proposalId: string; readonly text: SuggestionsText }) {
  const preview = useEffects([proposalId])
  const [only] = preview.data?.each ?? []
  return (
    <>
      <StepEffects title={text.effect} effects={preview.data?.together} error={preview.error} />
      {only !== undefined && only.problem !== null && <p className={styles.problem}>{only.problem}</p>}
      {only !== undefined && only.isDiscretion && <p className="quiet">{text.discretionExplain}</p>}
      {only !== undefined && only.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {only.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function stepsOf(proposal: ProposedEntryView, text: SuggestionsText) {
  const { id, state, sort, words, madeAt, decidedAt, decidedBy, reason } = proposal
  const kind = sort === 'reversal' ? `（${text.reversal}）` : ''
  const made = {
    key: `${id} made`,
    color: state === 'open' ? 'blue' : 'gray',
    content: (
      <>
        {text.historyMade}
        {kind} <span className="quiet figure">{momentText(madeAt)}</span>
        <div className="quiet">{words}</div>
      </>
    ),
  }
  if (decidedAt === null || state === 'open') return [made]
  const done = {
    adopted: text.historyAdopted,
    dismissed: text.historyDismissed,
    superseded: text.historySuperseded,
  }[state]
  return [
    made,
    {
      key: `${id} decided`,
      color: state === 'adopted' ? 'green' : 'gray',
      content: (
        <>
          {done} <span className="quiet figure">{momentText(decidedAt)}</span>{' '}
          <span className="quiet">{decidedBy}</span>
          {reason !== null && <div>{reason}</div>}
          {state === 'adopted' && <Became proposal={proposal} text={text} />}
        </>
      ),
    },
  ]
}

function Became({ proposal, text }: { readonly proposal: ProposedEntryView; readonly text: SuggestionsText }) {
  const { became, entryId, staffNumber, occurredOn } = proposal
  if (entryId === null) return null
  if (became === 'discretion')
    return (
      <div>
        <Link to={`/proceedings/${entryId}`}>{text.toProceeding}</Link>
      </div>
    )
  const query = new URLSearchParams({ person: staffNumber, from: occurredOn, to: occurredOn, entry: entryId })
  return (
    <div>
      <Link to={`/entries?${query.toString()}`}>{text.toEntry}</Link>
    </div>
  )
}
