import { Alert, Button, Space } from 'antd'
import { Link } from 'react-router'
import { adoptionEndpoints, type AdoptionProposal } from '../../../http/contract/adoption.ts'
import { WithdrawButton } from '../../parts/decision-buttons.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { adoptionText } from '../../text/adoption.ts'

/** The latest proposal of this draft, or null; undefined while it is not known. */
export function useProposalOf(draftId: string): AdoptionProposal | null | undefined {
  const { data } = useAnswer(adoptionEndpoints.listAdoptions, {})
  if (data === undefined) return undefined
  return data.adoptions.find((one) => one.draftId === draftId) ?? null
}

/** Says that the draft lies before the leading group, or was sent back and why. */
export function AdoptionBanner({ proposal }: { readonly proposal: AdoptionProposal | null | undefined }) {
  const words = useText(adoptionText)
  const may = useMay()
  const withdraw = useCommand(adoptionEndpoints.withdrawAdoption)
  if (proposal === null || proposal === undefined) return null
  if (proposal.state === 'rejected')
    return (
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 10 }}
        title={words.banner.rejected(proposal.decidedBy ?? '', proposal.reason ?? '')}
      />
    )
  if (proposal.state !== 'open') return null
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 10 }}
      title={words.banner.open(proposal.proposedBy, proposal.version, proposal.effectiveFrom)}
      action={
        <Space wrap>
          <Link to="/scheme/adoption">
            <Button type="primary">{words.banner.look}</Button>
          </Link>
          {may('scheme.propose') && (
            <WithdrawButton
              onWithdraw={() =>
                withdraw.mutateAsync({ params: { proposalId: proposal.id }, body: { reason: '' } })
              }
            />
          )}
        </Space>
      }
    />
  )
}
