import { Button, Spin } from 'antd'
import type { Diagnostic, Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import { schemeEffectEndpoints, type ReadingEffect } from '../../../../http/contract/scheme-effects.ts'
import { messageOf } from '../../../parts/api.ts'
import { useAssessmentYear } from '../../../parts/assessment-year.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { isSameAnswer } from './answers.ts'
import styles from './cards.module.css'
import { useWorkbench } from './workbench-context.ts'

type Readings = NonNullable<Diagnostic['readings']>

/** The candidate readings of a clause, and under each what it would change in the year's scores. */
export function ReadingChoices({
  finding,
  readings,
  isBusy,
  onChoose,
}: {
  readonly finding: Diagnostic
  readonly readings: Readings
  readonly isBusy: boolean
  readonly onChoose: (reading: Interpretation) => void
}) {
  const text = useText(schemeText).finding
  const words = useText(schemeWorkText).effects
  const effects = useReadingEffects(finding)
  const { settled } = finding
  // Without an answer the first reading is in use.
  const inUse =
    settled === undefined
      ? readings[0]
      : readings.find(({ interpretation }) => isSameAnswer(interpretation, settled))
  const chosen = inUse?.key
  // While another question is reckoned, the figures of the one before say nothing here.
  const reckoned = effects.isPlaceholderData ? undefined : effects.data
  const byKey = new Map(reckoned?.readings.map((effect) => [effect.key, effect]))
  return (
    <>
      <p className={styles.label}>{text.readings}</p>
      {readings.map((reading) => (
        <Button
          key={reading.key}
          className={styles.reading ?? ''}
          disabled={isBusy}
          onClick={() => onChoose(reading.interpretation)}
        >
          <span>
            {reading.label}
            {reading.key === chosen && (
              <span className="quiet">（{settled === undefined ? text.inUse : words.inUse}）</span>
            )}
            {reading.key !== chosen && <EffectWords effect={byKey.get(reading.key)} />}
          </span>
        </Button>
      ))}
      <div className={styles.effectNote} role="status">
        {effects.isFetching ? (
          <>
            <Spin size="small" /> {words.reckoning}
          </>
        ) : effects.error !== null ? (
          <>
            {words.failed}：{messageOf(effects.error)}{' '}
            <Button type="link" size="small" onClick={() => void effects.refetch()}>
              {words.retry}
            </Button>
          </>
        ) : reckoned?.entries === 0 ? (
          words.none
        ) : reckoned === undefined ? null : (
          words.basis(reckoned.entries, reckoned.unmatched)
        )}
      </div>
    </>
  )
}

function EffectWords({ effect }: { readonly effect: ReadingEffect | undefined }) {
  const words = useText(schemeWorkText).effects
  if (effect === undefined) return null
  if (effect.people === 0) return <span className={styles.effect}>{words.same}</span>
  const split = words.split(effect.fewer, effect.more)
  return (
    <span className={styles.effect}>
      {words.people(effect.people, pointsText(effect.mostCentipoints))}
      {split !== '' && `（${split}）`}
    </span>
  )
}

/** Asked only while the question is open on screen: every entry of the year is replayed under every reading. */
function useReadingEffects({ code, span }: Diagnostic) {
  const { draftId, revision } = useWorkbench()
  const [year] = useAssessmentYear()
  return useAnswer(
    schemeEffectEndpoints.readReadingEffects,
    { params: { draftId: draftId ?? '' }, query: { revision, code, start: span.start, end: span.end, year } },
    { enabled: draftId !== null },
  )
}
