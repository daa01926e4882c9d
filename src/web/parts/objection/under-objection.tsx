import { Link } from 'react-router'
import { proceedingMark } from '../../../domain/review/decision-blocks.ts'
import { proceedingEndpoints, type EntryUnderObjection } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { useAnswer } from '../queries.ts'
import { useMay } from '../session.tsx'
import styles from './under-objection.module.css'

/** The open objection that speaks of an entry, as far as one may see it; null: none. */
export function useObjectionOf(entryId: string | null): EntryUnderObjection | null {
  const may = useMay()
  const { data } = useAnswer(
    proceedingEndpoints.listEntriesUnderObjection,
    {},
    { enabled: entryId !== null && may('proceeding.read') },
  )
  return data?.entries.find((one) => one.entryId === entryId) ?? null
}

/** 有异议 beside an entry, wherever it stands; leads to the objection. */
export function UnderObjection({ entryId }: { readonly entryId: string | null }) {
  const text = useText(proceedingsText)
  const objection = useObjectionOf(entryId)
  if (objection === null) return null
  const mark = proceedingMark({ ...objection, kind: 'objection' })
  return (
    <Link
      className={styles.mark ?? ''}
      to={`/proceedings/${objection.proceedingId}`}
      aria-label={text.underObjectionOf(mark)}
      title={text.underObjectionOf(mark)}
    >
      {text.underObjection}
    </Link>
  )
}
