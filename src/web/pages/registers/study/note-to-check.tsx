import { Alert, Button, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { wordsWords } from '../../../../domain/registers/study/study-record.ts'
import type { WaitingNote } from '../../../../http/contract/registers/study.ts'
import { RecordFiles } from '../../../parts/register/record-files.tsx'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import { isCounted, type Verdict } from './note-verdict.ts'
import styles from './study.module.css'

type Props = {
  readonly note: WaitingNote
  readonly verdict: Verdict
  readonly onJudge: (verdict: Verdict) => void
}

/** One piece to be judged: what it says, whom it may be copied from, and the verdict with what that needs. */
export function NoteToCheck({ note, verdict, onJudge }: Props) {
  const text = useText(studyText)
  const [isOpen, open] = useState(false)
  const { record, copies } = note
  const { title, words, text: contents, file } = record.body
  return (
    <li className={styles.note} data-verdict={verdict.outcome}>
      <div className={styles.noteHead}>
        <span>
          <b>{record.name}</b> <span className="quiet">{record.office}</span> {title}
          <span className={`${styles.noteFigure ?? ''} figure quiet`}>
            {record.first} {words === null ? text.notCounted : wordsWords(words)}
          </span>
        </span>
        <Segmented
          aria-label={title}
          value={verdict.outcome}
          options={(['accepted', 'returned', 'later'] as const).map((value) => ({
            value,
            label: text.verdicts[value],
          }))}
          onChange={(outcome) => onJudge({ ...verdict, outcome })}
        />
      </div>
      {copies.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${text.copies}：${copies.map((copy) => text.copy(copy.name, copy.title, copy.day, copy.likeness)).join('；')}`}
        />
      )}
      {contents !== null && (
        <Button
          type="link"
          size="small"
          className={styles.readOn ?? ''}
          aria-expanded={isOpen}
          onClick={() => open(!isOpen)}
        >
          {isOpen ? text.fold : text.readOn}
        </Button>
      )}
      {isOpen && contents !== null && <div className={styles.contents}>{contents}</div>}
      {file !== null && contents === null && <RecordFiles recordId={record.id} mayAdd={false} />}
      {verdict.outcome === 'accepted' && !isCounted(note) && (
        <label className={styles.needed}>
          {text.wordsOfScan}
          <InputNumber
            min={1}
            max={100_000}
            precision={0}
            value={verdict.words}
            onChange={(typed) => onJudge({ ...verdict, words: typed })}
          />
        </label>
      )}
      {verdict.outcome === 'returned' && (
        <label className={styles.needed}>
          {text.returnLabel}
          <Input
            maxLength={200}
            value={verdict.reason}
            onChange={({ target }) => onJudge({ ...verdict, reason: target.value })}
          />
        </label>
      )}
    </li>
  )
}
