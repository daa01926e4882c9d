import { Button, Input } from 'antd'
import { useState } from 'react'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { EditForm } from './edit-form.tsx'
import { readRungs, suggestedRungs, type Ladder, type RungDraft } from './ladder.ts'
import { Labelled } from './rule-form.tsx'

/** 级别 → 分 for one deed: honours or criticism. */
export function LadderForm({
  effect,
  ladder,
  onClose,
}: {
  readonly effect: 'add' | 'deduct'
  readonly ladder: Ladder
  readonly onClose: () => void
}) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const example = effect === 'add' ? words.honoursExample : words.criticismExample
  const [condition, name] = useState(ladder.condition === '' ? example : ladder.condition)
  const [rungs, setRungs] = useState<readonly RungDraft[]>(
    ladder.rungs.map(({ level, points }) => ({
      level: level ?? '',
      points: points === null ? '' : String(points / 100),
    })),
  )
  const read = readRungs(rungs)
  const change = (at: number, changes: Partial<RungDraft>) =>
    setRungs(rungs.map((rung, index) => (index === at ? { ...rung, ...changes } : rung)))
  const edit: SchemeEdit | null =
    read === null || condition.trim() === ''
      ? null
      : { act: 'set-reward-ladder', effect, condition: condition.trim(), rungs: read }
  return (
    <EditForm edit={edit} onDone={onClose} onCancel={onClose}>
      {(tried) => (
        <>
          <Labelled
            label={words.condition}
            error={tried && condition.trim() === '' ? text.edit.titleNeeded : undefined}
          >
            {(id) => (
              <Input
                id={id}
                value={condition}
                maxLength={200}
                placeholder={example}
                onChange={(event) => name(event.target.value)}
              />
            )}
          </Labelled>
          {rungs.map((rung, at) => (
            <div key={String(at)} className={styles.pair}>
              <Input
                aria-label={words.level}
                placeholder={words.level}
                value={rung.level}
                maxLength={40}
                onChange={(event) => change(at, { level: event.target.value })}
              />
              <Input
                aria-label={words.points}
                placeholder={words.points}
                inputMode="decimal"
                value={rung.points}
                onChange={(event) => change(at, { points: event.target.value })}
              />
              <Button
                type="text"
                aria-label={words.removeRung}
                onClick={() => setRungs(rungs.filter((_, index) => index !== at))}
              >
                ×
              </Button>
            </div>
          ))}
          {tried && read === null && <p className={styles.error}>{words.ladderWrong}</p>}
          {rungs.length === 0 && <p className={styles.place}>{words.ladderEmpty}</p>}
          <div className={styles.inset}>
            <Button size="small" onClick={() => setRungs([...rungs, { level: '', points: '' }])}>
              {words.addRung}
            </Button>
            {rungs.length === 0 && (
              <Button size="small" onClick={() => setRungs(suggestedRungs)}>
                {words.suggestLadder}
              </Button>
            )}
          </div>
        </>
      )}
    </EditForm>
  )
}
