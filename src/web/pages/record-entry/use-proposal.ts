import { useState } from 'react'
import type { DiscretionProposal } from '../../../http/contract/discretions.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { useChosenFiles } from '../../parts/attachments/use-chosen-files.ts'
import { useCommand } from '../../parts/queries.ts'

/** A proposal that is on record, and which of its files are not, each in a sentence. */
export type ProposedDiscretion = {
  readonly proceedingId: string
  readonly year: number
  readonly number: number
  readonly failedFiles: readonly string[]
}

/** What is put before the leading group instead of being recorded: first the facts, then the files that were chosen. */
export function useProposal() {
  const [proposed, setProposed] = useState<ProposedDiscretion | null>(null)
  const files = useChosenFiles()
  const propose = useCommand(endpoints.proposeDiscretion, { quiet: true })
  const putForward = async (body: DiscretionProposal, idempotencyKey: string): Promise<ProposedDiscretion> => {
    const answer = await propose.mutateAsync({ body, idempotencyKey })
    const failedFiles = await files.sendTo(answer.proceedingId)
    files.clear()
    return { ...answer, failedFiles }
  }
  return { proposed, setProposed, files, putForward }
}
