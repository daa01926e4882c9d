import { App, Button, Tag } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { adoptionEndpoints, type AdoptionProposal } from '../../../http/contract/adoption.ts'
import { schemeEndpoints } from '../../../http/contract/schemes.ts'
import { RejectButton, WithdrawButton } from '../../parts/decision-buttons.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay, useSession } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { adoptionText } from '../../text/adoption.ts'
import { momentText } from '../../text/figure.ts'
import { ProposedScheme } from './proposed-scheme.tsx'
import styles from './adoption.module.css'

/** What the office proposes to adopt, whole, with the leading group's decision. */
export function AdoptionPage() {
  const words = useText(adoptionText)
  const answer = useAnswer(adoptionEndpoints.listAdoptions, {})
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingState />
  const [open, earlier] = split(answer.data.adoptions)
  return (
    <>
      {open === undefined ? (
        <>
          <PageHeader title={words.title} subtitle={words.subtitle} />
          <EmptyState
            title={words.none}
            actions={
              <Link to="/scheme">
                <Button type="primary">{words.toScheme}</Button>
              </Link>
            }
          >
            {words.noneText}
          </EmptyState>
        </>
      ) : (
        <OpenProposal proposal={open} />
      )}
      {earlier.length > 0 && <History proposals={earlier} />}
    </>
  )
}

function split(all: readonly AdoptionProposal[]): [AdoptionProposal | undefined, readonly AdoptionProposal[]] {
  return [all.find(({ state }) => state === 'open'), all.filter(({ state }) => state !== 'open')]
}

function OpenProposal({ proposal }: { readonly proposal: AdoptionProposal }) {
  const words = useText(adoptionText)
  const open = useAnswer(schemeEndpoints.readOpenDraft, {})
  const workbench = open.data?.workbench ?? null
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={<Decisions proposal={proposal} isRead={workbench !== null} />}
      />
      <dl className={styles.facts}>
        <Fact label={words.version(proposal.version)} value={`${words.effectiveFrom} ${proposal.effectiveFrom}`} />
        <Fact label={words.basis} value={proposal.basis} />
        <Fact label={words.proposedBy} value={words.when(proposal.proposedBy, momentText(proposal.proposedAt))} />
        {proposal.note !== '' && <Fact label={words.note} value={proposal.note} />}
      </dl>
      {open.error !== null && <ErrorState error={open.error} onRetry={() => void open.refetch()} />}
      {workbench === null ? (
        open.error === null && <LoadingState />
      ) : (
        <ProposedScheme proposal={proposal} workbench={workbench} />
      )}
    </>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Approve or send back for the leading group, withdraw for the office; who proposed may not decide. */
function Decisions({ proposal, isRead }: { readonly proposal: AdoptionProposal; readonly isRead: boolean }) {
  const words = useText(adoptionText)
  const may = useMay()
  const { userName } = useSession()
  const { modal, message } = App.useApp()
  const params = useMemo(() => ({ proposalId: proposal.id }), [proposal.id])
  const approve = useCommand(adoptionEndpoints.adoptScheme, {
    onDone: ({ version }) => void message.success(words.done(version)),
  })
  const reject = useCommand(adoptionEndpoints.rejectAdoption, { onDone: () => void message.info(words.rejected) })
  const withdraw = useCommand(adoptionEndpoints.withdrawAdoption, {
    onDone: () => void message.info(words.withdrawn),
  })
  const isOwn = proposal.proposedBy === userName
  const ask = () =>
    void modal.confirm({
      title: words.approveAsk(proposal.version, proposal.effectiveFrom),
      content: words.approveWhy,
      okText: words.approve,
      cancelText: words.cancel,
      onOk: () => approve.mutateAsync({ params, body: {} }).catch(() => undefined),
    })
  return (
    <>
      {may('scheme.propose') && (
        <WithdrawButton onWithdraw={() => withdraw.mutateAsync({ params, body: { reason: '' } })} />
      )}
      {may('scheme.adopt') && isOwn && <span className="quiet">{words.own}</span>}
      {may('scheme.adopt') && !isOwn && (
        <>
          <RejectButton onReject={(reason) => reject.mutateAsync({ params, body: { reason } })} />
          <Button type="primary" disabled={!isRead} loading={approve.isPending} onClick={ask}>
            {words.approve}
          </Button>
        </>
      )}
    </>
  )
}

function History({ proposals }: { readonly proposals: readonly AdoptionProposal[] }) {
  const words = useText(adoptionText)
  return (
    <section className={styles.section}>
      <h2>{words.history}</h2>
      <ul className={styles.history}>
        {proposals.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{words.version(one.version)}</strong>{' '}
              <Tag color={one.state === 'approved' ? 'green' : 'default'}>{words.states[one.state]}</Tag>
              <span className="quiet">{one.effectiveFrom}</span>
            </p>
            <p className="quiet">
              {words.proposedBy}：{words.when(one.proposedBy, momentText(one.proposedAt))}
              {one.decidedAt !== null && (
                <>
                  {' · '}
                  {words.states[one.state]}：{words.when(one.decidedBy ?? '', momentText(one.decidedAt))}
                </>
              )}
            </p>
            {one.reason !== null && <p>{one.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
