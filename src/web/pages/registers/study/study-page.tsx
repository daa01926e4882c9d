import { Button } from 'antd'
import { useState } from 'react'
import { studyDefinition, type StudyBody } from '../../../../domain/registers/study/study-record.ts'
import type { RecordView } from '../../../../http/contract/registers/record-endpoints.ts'
import { studyEndpoints } from '../../../../http/contract/registers/study.ts'
import { RecordFiles } from '../../../parts/register/record-files.tsx'
import { RegisterPage } from '../../../parts/register/register-page.tsx'
import { useMay, useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import { CheckNote } from './check-note.tsx'
import { CheckNotes } from './check-notes.tsx'
import { FileNote } from './file-note.tsx'
import { NoteDetail } from './note-detail.tsx'
import { OwnStanding } from './own-standing.tsx'
import { StandingDrawer } from './standing-drawer.tsx'

const operations = {
  list: studyEndpoints.listStudyNotes,
  add: studyEndpoints.addStudyNote,
  withdraw: studyEndpoints.withdrawStudyNote,
}

/** 政治学习: one's own reading notes and what is short, and for the office what waits to be checked. */
export function StudyPage() {
  const text = useText(studyText)
  const may = useMay()
  const { staffNumber } = useSession()
  const [isFiling, showFiling] = useState(false)
  const [isChecking, showChecking] = useState(false)
  const [isStanding, showStanding] = useState(false)
  const mayFile = may('study.file') && staffNumber !== null
  const seesOthers = may('study.keep', 'proposed-entry.read') || !mayFile
  return (
    <>
      <RegisterPage
        definition={studyDefinition}
        operations={operations}
        text={text.page}
        renderTally={() => <OwnStanding />}
        toolbar={
          <>
            {may('study.keep') && <Button onClick={() => showChecking(true)}>{text.checkMany}</Button>}
            {seesOthers && <Button onClick={() => showStanding(true)}>{text.standing}</Button>}
            {mayFile && (
              <Button type={may('study.keep') ? 'default' : 'primary'} onClick={() => showFiling(true)}>
                {text.file}
              </Button>
            )}
          </>
        }
        renderSteps={(record) => (may('study.keep') ? <CheckNote record={record} /> : null)}
        renderDetail={(record: RecordView<StudyBody>) => <NoteDetail record={record} />}
        renderEvidence={(record) => <RecordFiles recordId={record.id} mayAdd={false} />}
      />
      {isFiling && <FileNote onClose={() => showFiling(false)} />}
      {isChecking && <CheckNotes onClose={() => showChecking(false)} />}
      {isStanding && <StandingDrawer onClose={() => showStanding(false)} />}
    </>
  )
}
