import { ObjectButton } from './object-button.tsx'
import { UnderObjection, useObjectionOf } from './under-objection.tsx'

type Props = {
  readonly entryId: string
  readonly staffNumber: string
  /** The entry in words, above the form. */
  readonly about: string
  readonly size?: 'small' | 'middle'
}

/** Beside an entry: 有异议 where there is an open objection, else the way to object for whom it is about. */
export function ObjectionOfEntry({ entryId, staffNumber, about, size = 'small' }: Props) {
  const isFiled = useObjectionOf(entryId) !== null
  return (
    <>
      <UnderObjection entryId={entryId} />
      <ObjectButton
        subject={{ about: 'entry', entryId }}
        staffNumber={staffNumber}
        about={about}
        size={size}
        isFiled={isFiled}
      />
    </>
  )
}
