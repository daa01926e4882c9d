import { Button } from 'antd'
import { useState } from 'react'
import { attendanceEndpoints, type AttendanceTally } from '../../../../http/contract/registers/attendance.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './attendance.module.css'

/** 本季已迟到7次，满10次后起扣: who has used most of the grace first; staff see their own. */
export function GraceTally({ on }: { readonly on: string }) {
  const text = useText(attendanceText)
  const [isWhole, showWhole] = useState(false)
  const fewest = useIsPhone() ? 3 : 6
  const { data } = useAnswer(attendanceEndpoints.readAttendanceTally, { query: { on } })
  if (data === undefined) return <div className={styles.tally} aria-busy="true" />
  const shown = isWhole ? data.tallies : data.tallies.slice(0, fewest)
  const more = data.tallies.length - fewest
  return (
    <section className={styles.tally} aria-label={text.tallyTitle}>
      <h2>{text.tallyTitle}</h2>
      {shown.length === 0 && <p className="quiet">{text.tallyNone}</p>}
      {shown.length > 0 && (
        <ul>
          {shown.map((tally) => (
            <TallyLine key={`${tally.staffNumber} ${tally.kind}`} tally={tally} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button type="link" size="small" onClick={() => showWhole(!isWhole)}>
          {isWhole ? text.tallyLess : text.tallyMore(more)}
        </Button>
      )}
    </section>
  )
}

function TallyLine({ tally }: { readonly tally: AttendanceTally }) {
  const { name, office, used, grace, beyond, words } = tally
  const share = grace === 0 ? 100 : Math.min(100, Math.round((used * 100) / grace))
  return (
    <li className={styles.tallyLine} data-over={beyond > 0} data-near={beyond === 0 && share >= 70}>
      <span className={styles.tallyName}>
        <b>{name}</b> <span className="quiet">{office}</span>
      </span>
      <span className={styles.meter} aria-hidden="true">
        <span style={{ width: `${String(share)}%` }} />
      </span>
      <span className={styles.tallyWords}>{words}</span>
    </li>
  )
}
