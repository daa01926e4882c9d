import { Link } from 'react-router'
import { registerTitles } from '../../../domain/registers/register.ts'
import type { EntryOrigin } from '../../../http/contract/registers/proposed-entries.ts'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText } from '../../text/suggestions.ts'

/** From which line of which register an entry came, with the way there for who may read the line. */
export function OriginLines({ origins }: { readonly origins: readonly EntryOrigin[] }) {
  const text = useText(suggestionsText)
  return origins.map(({ register, record }) => (
    <div key={`${register} ${record?.id ?? ''}`}>
      <span className="quiet">{text.cameFrom(registerTitles[register])}</span>
      {record !== null && (
        <>
          {' '}
          <Link to={`/registers/${register}?record=${record.id}`}>
            {record.summary === '' ? record.first : record.summary}
          </Link>
        </>
      )}
    </div>
  ))
}
