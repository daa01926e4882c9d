import type { Person } from '../../../http/contract/people.ts'
import { useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'
import { stayOn } from './find-people.ts'
import { employmentText } from './stay-words.ts'

/** A person on the phone's list. */
export function PersonCard({ person }: { readonly person: Person }) {
  const text = useText(peopleText)
  const { today } = useSession()
  const stay = stayOn(person, today)
  return (
    <>
      <strong>{person.name}</strong> <span className="quiet figure">{person.staffNumber}</span>
      <div>
        {[stay?.office, stay?.post].filter(Boolean).join(' · ')}
        {person.stays.length > 1 && <span className="quiet"> · {text.stays(person.stays.length)}</span>}
      </div>
      <div className="quiet">
        {employmentText(stay, text)}
        {stay !== null && stay.inChargeOf.length > 0 && ` · ${text.inChargeOf} ${stay.inChargeOf.join('、')}`}
      </div>
    </>
  )
}
