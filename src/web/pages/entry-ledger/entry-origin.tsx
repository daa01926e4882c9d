import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { OriginLines } from '../../parts/origin/origin-lines.tsx'
import { useOriginsOf } from '../../parts/origin/use-origins-of.ts'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText } from '../../text/suggestions.ts'

/** Where an entry came from, when a register proposed it: the line, and for who reads proposals the one it was made of. */
export function EntryOrigin({ entryId }: { readonly entryId: string }) {
  const text = useText(suggestionsText)
  const may = useMay()
  const answer = useAnswer(
    endpoints.readEntryOrigin,
    { params: { entryId } },
    { enabled: may('proposed-entry.read') },
  )
  const lines = useOriginsOf([entryId])(entryId)
  const proposal = answer.data?.proposal ?? null
  if (proposal === null) return <OriginLines origins={lines} />
  const tab = proposal.state === 'open' ? '' : `tab=${proposal.state}&`
  return (
    <div>
      <span className="quiet">{text.origin}　</span>
      <Link to={`/suggestions?${tab}proposal=${proposal.id}`}>{text.originWords(proposal.kindTitle)}</Link>
      <OriginLines origins={lines} />
    </div>
  )
}
