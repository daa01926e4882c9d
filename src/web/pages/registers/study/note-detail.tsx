import { Alert, App, Button } from 'antd'
import { wordsWords, type StudyBody } from '../../../../domain/registers/study/study-record.ts'
import type { RecordView } from '../../../../http/contract/registers/record-endpoints.ts'
import { studyEndpoints } from '../../../../http/contract/registers/study.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { useMay, useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import styles from './study.module.css'

/** What a piece says, how its words were counted, and where the same text stands besides. */
export function NoteDetail({ record }: { readonly record: RecordView<StudyBody> }) {
  const text = useText(studyText)
  const may = useMay()
  const { staffNumber } = useSession()
  const { message } = App.useApp()
  const takeBack = useCommand(studyEndpoints.takeBackStudyNote, {
    onDone: () => void message.success(text.takenBack),
  })
  const { form, words, text: contents } = record.body
  const isOwn = staffNumber !== null && record.staffNumber === staffNumber
  return (
    <>
      {form !== 'noted' && (
        <p className="quiet">
          {form === 'scan' ? text.notCounted : words === null ? '' : text.counted(wordsWords(words))}
        </p>
      )}
      {may('study.keep') && form !== 'noted' && <Copies recordId={record.id} />}
      {contents !== null && (
        <>
          <h3 className={styles.heading}>{text.contents}</h3>
          <div className={styles.contents}>{contents}</div>
        </>
      )}
      {isOwn && record.state === 'handed-in' && may('study.file') && (
        <p className={styles.heading}>
          <Button
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate({ params: { recordId: record.id }, body: { revision: record.revision } })
            }
          >
            {text.takeBack}
          </Button>
        </p>
      )}
    </>
  )
}

function Copies({ recordId }: { readonly recordId: string }) {
  const text = useText(studyText)
  const answer = useAnswer(studyEndpoints.readStudyCopies, { params: { recordId } })
  const copies = answer.data?.copies
  if (copies === undefined) return null
  if (copies.length === 0) return <p className="quiet">{text.noCopies}</p>
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.copies ?? ''}
      title={text.copies}
      description={
        <ul>
          {copies.map((copy) => (
            <li key={copy.recordId}>
              {text.copy(copy.name, copy.title, copy.day, copy.likeness)}
              {copy.isSameFile ? `，${text.sameFile}` : ''}（{copy.stateWords}）
            </li>
          ))}
        </ul>
      }
    />
  )
}
