import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText } from '../../text/suggestions.ts'

/** Where an entry came from, when a register proposed it; nothing otherwise, and for who reads no proposals. */
export function EntryOrigin({ entryId }: { readonly entryId: string }) {
  const text = useText(suggestionsText)
  const may = useMay()
  const answer = useAnswer(
    endpoints.readEntryOrigin,
    { params: { entryId } },
    { enabled: may('proposed-entry.read') },
  )
  const proposal = answer.data?.proposal ?? null
  if (proposal === null) return null
  const tab = proposal.state === 'open' ? '' : `tab=${proposal.state}&`
  return (
    <p>
      <span className="quiet">{text.origin}　</span>
      <Link to={`/suggestions?${tab}proposal=${proposal.id}`}>{text.originWords(proposal.kindTitle)}</Link>
    </p>
  )
}
