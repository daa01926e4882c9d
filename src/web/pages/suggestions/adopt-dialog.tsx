import { App, Modal } from 'antd'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { LeftProposalView, ProposedEntryView } from '../../../http/contract/registers/proposed-entries.ts'
import { messageOf } from '../../parts/api.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { StepEffects } from '../../parts/step-effects.tsx'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText } from '../../text/suggestions.ts'
import { foundFigure } from './suggestion-columns.tsx'
import styles from './suggestions.module.css'
import { useEffects } from './use-effects.ts'

type Props = {
  readonly proposals: readonly ProposedEntryView[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 采纳 of one or many: shows what moves, what cannot be adopted, that a month is closed, and asks once. */
export function AdoptDialog({ proposals, onClose, onDone }: Props) {
  const text = useText(suggestionsText)
  const [key] = useIdempotencyKey()
  const proposalIds = proposals.map(({ id }) => id)
  const preview = useEffects(proposalIds)
  const say = useAdopted()
  const adopt = useCommand(endpoints.adoptProposedEntries, {
    quiet: true,
    onDone: (answer) => {
      say(answer)
      onDone()
    },
  })
  const [only] = proposals
  const isOne = proposals.length === 1 && only !== undefined
  const each = preview.data?.each ?? []
  const problems = each.filter(({ problem }) => problem !== null)
  const nameOf = (id: string) => proposals.find((one) => one.id === id)?.name ?? ''
  const warnings = [...new Set(each.flatMap((one) => one.warnings))]
  return (
    <Modal
      open
      title={isOne ? text.adoptTitle : text.adoptManyTitle(proposals.length)}
      onCancel={onClose}
      onOk={() => adopt.mutate({ body: { proposalIds, change: null, leavesOut: !isOne }, idempotencyKey: key })}
      okText={isOne ? text.adopt : text.adoptMany(proposals.length - problems.length)}
      okButtonProps={{ disabled: problems.length === proposals.length }}
      cancelText={text.cancel}
      confirmLoading={adopt.isPending}
    >
      {isOne ? (
        <One proposal={only} />
      ) : (
        <p>{text.adoptPeople(new Set(proposals.map((p) => p.staffNumber)).size)}</p>
      )}
      {problems.length > 0 && (
        <div role="alert" className={styles.problem}>
          {!isOne && text.cannotAdopt(problems.length)}
          {problems.slice(0, 6).map(({ proposalId, problem }) => (
            <div key={proposalId}>
              {!isOne && `${nameOf(proposalId)}：`}
              {problem}
            </div>
          ))}
        </div>
      )}
      <StepEffects title={text.adoptEffects} effects={preview.data?.together} error={preview.error} />
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <p className="quiet">
        {each.some(({ isDiscretion }) => isDiscretion) ? text.discretionExplain : text.adoptExplain}
      </p>
      {adopt.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(adopt.error)}
        </p>
      )}
    </Modal>
  )
}

/** Who, when, what was noted, under which clause. */
export function One({ proposal }: { readonly proposal: ProposedEntryView }) {
  return (
    <p>
      <b>{proposal.name}</b>（{proposal.office}） <span className="figure">{proposal.occurredOn}</span>{' '}
      {proposal.kindTitle} <b className="figure">{foundFigure(proposal)}</b>
      <br />
      {proposal.words}
      {proposal.rule !== null && (
        <>
          <br />
          <span className="quiet">{proposal.rule.sentence}</span>
        </>
      )}
    </p>
  )
}

/** What an adoption came to, in one message. */
export function useAdopted() {
  const text = useText(suggestionsText)
  const { message } = App.useApp()
  const tellLeft = useLeft()
  return ({ entryIds, proceedingIds, reversed, left }: Adopted) => {
    if (entryIds.length > 0) void message.success(text.adopted(entryIds.length))
    if (proceedingIds.length > 0) void message.success(text.adoptedDiscretion)
    if (reversed > 0) void message.success(text.adoptedReversal)
    tellLeft(left)
  }
}

type Adopted = {
  readonly entryIds: readonly string[]
  readonly proceedingIds: readonly string[]
  readonly reversed: number
  readonly left: readonly LeftProposalView[]
}

/** So many are told one by one. */
const mostTold = 50

/** Says of several which were left as they are, each with its reason; stays until it is read. */
export function useLeft() {
  const text = useText(suggestionsText)
  const { modal } = App.useApp()
  return (left: readonly LeftProposalView[]) => {
    if (left.length === 0) return
    void modal.warning({
      title: text.left(left.length),
      width: 'min(560px, 94vw)',
      content: (
        <ul className={styles.warnings}>
          {left.slice(0, mostTold).map(({ proposalId, name, occurredOn, kindTitle, why }) => (
            <li key={proposalId}>
              {name} <span className="figure">{occurredOn}</span> {kindTitle}：{why}
            </li>
          ))}
          {left.length > mostTold && <li>{text.leftMore(left.length - mostTold)}</li>}
        </ul>
      ),
    })
  }
}
