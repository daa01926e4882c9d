import { Alert, Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { useShowPreview } from './form-preview.tsx'
import { SumsBeside } from './sums-beside.tsx'
import type { Focus } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'

/**
 * With the scheme as it is now; null where nothing had to be saved. `goOn` chooses what came of it, unless the user has
 * turned elsewhere while it was being saved.
 */
export type OnDone = (after: Scheme | null, goOn: (focus: Focus | null) => void) => void

/**
 * Fields in place of what they change, with 保存 and 取消. What is typed shows in the outline's sums at once; a refusal
 * is said here and nothing typed is lost.
 */
export function EditForm({
  edit,
  more,
  onDone,
  onCancel,
  children,
}: {
  /** What would be saved; null while a field is missing or wrong, 'unchanged' where there is nothing to save. */
  readonly edit: SchemeEdit | 'unchanged' | null
  readonly more?: ReactNode
  readonly onDone: OnDone
  readonly onCancel: () => void
  /** `tried`: saving was asked for, so that what is missing is said. */
  readonly children: (tried: boolean) => ReactNode
}) {
  const text = useText(schemeText).edit
  const { actions, choose, chooseLater, turnToForm } = useWorkbench()
  const [tried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, fail] = useState<string | null>(null)
  // A form that has just opened on a part changes nothing yet.
  const [opened] = useState(() => JSON.stringify(edit))
  const isAsOpened = edit === null || edit === 'unchanged' || (isChange(edit) && JSON.stringify(edit) === opened)
  useShowPreview(isAsOpened ? null : edit)
  const save = async () => {
    setTried(true)
    if (edit === 'unchanged') onDone(null, choose)
    if (edit === null || edit === 'unchanged' || actions === null) return
    const goOn = chooseLater()
    setSaving(true)
    const outcome = await actions.tryEdit(edit)
    setSaving(false)
    fail(outcome.failure)
    if (outcome.scheme !== null) onDone(outcome.scheme, goOn)
  }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    turnToForm()
    bringToHand(form.current)
  }, [turnToForm])
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {children(tried)}
      <SumsBeside />
      {failure !== null && <Alert type="error" showIcon title={failure} role="alert" className={styles.failure} />}
      <div className={styles.tools}>
        <Button
          type="primary"
          htmlType="submit"
          loading={isSaving}
          // Another step on its way makes the draft another one first.
          disabled={actions?.isBusy === true && !isSaving}
        >
          {text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
        {more}
      </div>
    </form>
  )
}

/** A form opens where its button stood, often below the edge: it comes into sight, and typing goes into it. */
function bringToHand(form: HTMLFormElement | null): void {
  if (form === null) return
  form.scrollIntoView({ block: 'nearest' })
  if (!form.contains(document.activeElement))
    form.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
}

/** Whether the edit is of something that is there already. */
function isChange({ act }: SchemeEdit): boolean {
  return act.startsWith('change-') || act.startsWith('set-')
}
