import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { useFormPreview } from './form-preview.tsx'
import { Sum } from './outline-row.tsx'
import { sumsAround } from './sums-around.ts'
import { useWorkbench } from './workbench-context.ts'

/** The sums that what is being typed would move, as they are and as they would be. */
export function SumsBeside() {
  const words = useText(schemeWorkText)
  const { model } = useWorkbench()
  const preview = useFormPreview()
  if (preview === null) return null
  const rows = sumsAround(model.scheme, preview.scheme, preview.edit)
  if (rows.length === 0) return null
  return (
    <div className={styles.sumsBeside} aria-live="polite">
      <p className={styles.label}>{words.afterSaving}</p>
      <ul className={styles.plain}>
        {rows.map(({ title, before, after }, at) => (
          <li key={`${String(at)}-${title}`} className={styles.proof}>
            <span>{title}</span>
            <span>
              {before.summed !== after.summed || before.stated !== after.stated ? (
                <>
                  <span className={styles.wasSum}>
                    <Sum sum={before} />
                  </span>
                  {' → '}
                </>
              ) : null}
              <Sum sum={after} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
