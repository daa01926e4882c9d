import { Button } from 'antd'
import { useMemo } from 'react'
import { applySchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { reckonExample } from '../../../../domain/scoring/reckon-example.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import { useWorkbench } from '../workbench/workbench-context.ts'
import { inputOfExample, signedNumber, type ExampleDraft } from './example-draft.ts'
import styles from './examples.module.css'
import { Reckoning } from './reckoning.tsx'

/** What the scheme makes of the example as typed so far, even before its title and figure are. */
export function TriedReckoning({
  draft,
  onTake,
}: {
  readonly draft: ExampleDraft
  readonly onTake: (changes: Partial<ExampleDraft>) => void
}) {
  const words = useText(schemeExamplesText)
  const { scheme } = useWorkbench().model
  const tried = useMemo(() => {
    const input = inputOfExample(scheme, draft, 0)
    if (input === null) return null
    const edited = applySchemeEdit(scheme, { act: 'add-example', example: { ...input, title: ' …' } })
    const example = edited.ok ? edited.value.examples?.at(-1) : undefined
    return example === undefined ? null : { example, reckoning: reckonExample(scheme, example) }
  }, [scheme, draft])
  if (tried === null) return <p className="quiet">{words.givesNothing}</p>
  const { example, reckoning } = tried
  const isStated = signedNumber(draft.points) !== null
  const take = () =>
    onTake({
      points: String(reckoning.movedCentipoints / 100),
      ...(reckoning.yuanFen === 0 ? {} : { yuan: String(reckoning.yuanFen / 100) }),
    })
  return (
    <div className={styles.tried} aria-live="polite">
      <Reckoning example={example} reckoning={reckoning} isStated={isStated} />
      {reckoning.refusal === null && !isStated && (
        <Button size="small" onClick={take}>
          {words.takeIt}
        </Button>
      )}
    </div>
  )
}
