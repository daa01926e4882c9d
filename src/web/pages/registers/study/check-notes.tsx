import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { studyEndpoints, type WaitingNote } from '../../../../http/contract/registers/study.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import { ChecksEffect } from './checks-effect.tsx'
import { checkOf, isComplete, isCounted, undecided, type Verdict } from './note-verdict.ts'
import { NoteToCheck } from './note-to-check.tsx'
import styles from './study.module.css'

/** Several pieces checked at once: a verdict each, what that changes, then all of them or none. */
export function CheckNotes({ onClose }: { readonly onClose: () => void }) {
  const text = useText(studyText)
  const { message } = App.useApp()
  const answer = useAnswer(studyEndpoints.listWaitingNotes, {})
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map())
  const [key, renew] = useIdempotencyKey()
  const notes = answer.data?.notes ?? []
  const judge = (changed: readonly (readonly [string, Verdict])[]) => {
    renew()
    setVerdicts((current) => new Map([...current, ...changed]))
  }
  const verdictOf = ({ record }: WaitingNote) => verdicts.get(record.id) ?? undecided
  const judged = notes.filter((note) => verdictOf(note).outcome !== 'later')
  const incomplete = judged.filter((note) => !isComplete(note, verdictOf(note))).length
  const send = useCommand(studyEndpoints.checkStudyNotes, {
    onDone: ({ accepted, returned }) => {
      void message.success(text.checkedMany(accepted, returned))
      setVerdicts(new Map())
      renew()
    },
  })
  const confirm = () => {
    const checks = judged.flatMap((note) => checkOf(note, verdictOf(note)))
    send.mutate({ body: { checks }, idempotencyKey: key })
  }
  const acceptAll = () => {
    // What may be copied is for somebody to look at.
    const open = notes.filter(
      (note) => isCounted(note) && note.copies.length === 0 && verdictOf(note).outcome === 'later',
    )
    judge(open.map(({ record }) => [record.id, { ...undecided, outcome: 'accepted' }]))
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={text.checkManyTitle}
      size="min(860px, 100vw)"
      footer={
        notes.length > 0 && (
          <div className={styles.foot}>
            <Button onClick={acceptAll}>{text.acceptAll}</Button>
            <Button
              type="primary"
              disabled={judged.length === 0 || incomplete > 0}
              loading={send.isPending}
              onClick={confirm}
            >
              {text.confirmChecks(judged.length)}
            </Button>
          </div>
        )
      }
    >
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined && answer.error === null && <LoadingState rows={6} />}
      {answer.data?.total === 0 && <EmptyState title={text.nothingWaits}>{text.nothingWaitsHint}</EmptyState>}
      {notes.length > 0 && (
        <>
          <p className="quiet">
            {text.checkManyIntro}
            {answer.data !== undefined && answer.data.total > notes.length && text.more(notes.length)}
          </p>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <NoteToCheck
                key={note.record.id}
                note={note}
                verdict={verdictOf(note)}
                onJudge={(verdict) => judge([[note.record.id, verdict]])}
              />
            ))}
          </ul>
          <ChecksEffect judged={judged} verdictOf={verdictOf} incomplete={incomplete} />
        </>
      )}
    </Drawer>
  )
}
