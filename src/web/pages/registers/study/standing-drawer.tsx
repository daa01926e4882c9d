import { Drawer, Table } from 'antd'
import { studyEndpoints, type StudyStandingRow } from '../../../../http/contract/registers/study.ts'
import { useAssessmentYear } from '../../../parts/assessment-year.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import { spaced, useAmount } from './own-standing.tsx'
import styles from './study.module.css'

/** Everybody within reach, who is short of most first. */
export function StandingDrawer({ onClose }: { readonly onClose: () => void }) {
  const text = useText(studyText)
  const isPhone = useIsPhone()
  const [year] = useAssessmentYear()
  const answer = useAnswer(studyEndpoints.readStudyStanding, { query: { year } })
  const standing = answer.data
  const amount = useAmount(standing?.counts ?? 'words')
  const orNone = (hundredths: number | null) => (hundredths === null ? text.none : amount(hundredths))
  const figures = [
    { key: 'pieces', title: text.pieces, of: ({ pieces }: StudyStandingRow) => String(pieces) },
    { key: 'words', title: text.words, of: ({ words }: StudyStandingRow) => spaced(words) },
    { key: 'waiting', title: text.waitingColumn, of: ({ waiting }: StudyStandingRow) => String(waiting) },
    { key: 'target', title: text.targetColumn, of: ({ target }: StudyStandingRow) => orNone(target) },
    { key: 'short', title: text.shortColumn, of: ({ short }: StudyStandingRow) => orNone(short) },
  ]
  return (
    <Drawer open onClose={onClose} title={text.standingTitle(year)} size="min(860px, 100vw)">
      <p className="quiet">{text.standingIntro}</p>
      {standing?.clause !== null && standing !== undefined && (
        <p className="quiet">{text.clause(standing.clause)}</p>
      )}
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {standing === undefined ? (
        answer.error === null && <LoadingState rows={8} />
      ) : (
        <Table<StudyStandingRow>
          size="small"
          rowKey="staffNumber"
          dataSource={[...standing.rows]}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          columns={
            isPhone
              ? [
                  {
                    key: 'card',
                    title: text.person,
                    render: (_, row) => (
                      <span className={styles.card}>
                        <b>
                          {row.name}（{row.office}）
                        </b>
                        <span className="figure">
                          {text.own(row.pieces, spaced(row.words))}，
                          {row.short === 0 ? text.reached : text.short(orNone(row.short))}
                        </span>
                      </span>
                    ),
                  },
                ]
              : [
                  { key: 'name', title: text.person, dataIndex: 'name' },
                  { key: 'office', title: text.office, dataIndex: 'office' },
                  ...figures.map(({ key, title, of }) => ({
                    key,
                    title,
                    align: 'right' as const,
                    render: (_: unknown, row: StudyStandingRow) => <span className="figure">{of(row)}</span>,
                  })),
                ]
          }
        />
      )}
    </Drawer>
  )
}
