import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import type { Person } from '../../../http/contract/people.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'
import { stateOn, stayOn } from './find-people.ts'
import { StateTag } from './state-tag.tsx'
import { employmentText } from './stay-words.ts'

/** A person on the phone's list. */
export function PersonCard({ person, day }: { readonly person: Person; readonly day: LocalDate }) {
  const text = useText(peopleText)
  const stay = stayOn(person, day)
  const state = stateOn(person, day)
  return (
    <>
      <strong>{person.name}</strong> <span className="quiet figure">{person.staffNumber}</span>{' '}
      {state !== 'present' && <StateTag state={state} />}
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
