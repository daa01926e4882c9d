import { useText } from '../text/dictionary.ts'
import { periodText } from '../text/periods.ts'
import styles from './late-tag.module.css'

type Props = {
  readonly recordedOn: string
  readonly closedOn: string
  /** Both days stand beside it; else they show when it is pointed at. */
  readonly inWords?: boolean
}

/** 迟录: recorded after its month was closed. */
export function LateTag({ recordedOn, closedOn, inWords = false }: Props) {
  const text = useText(periodText)
  const why = text.lateWhy(recordedOn, closedOn)
  return (
    <span className={styles.late}>
      <span className={styles.tag} title={why}>
        {text.lateTag}
      </span>
      {inWords && <span className="quiet">{why}</span>}
    </span>
  )
}
