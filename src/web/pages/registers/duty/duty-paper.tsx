import type { DutyMonth } from '../../../../http/contract/registers/duty.ts'
import { useSession } from '../../../parts/session.tsx'
import { SignatureLines } from '../../../parts/signature-lines.tsx'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import { weekdayOf } from './duty-calendar.tsx'
import styles from './duty.module.css'

/** The month on one A4, to hang on the wall: only printed. */
export function DutyPaper({ month: { month, days } }: { readonly month: DutyMonth }) {
  const text = useText(dutyText)
  const { town } = useSession()
  return (
    <article className={`only-print ${styles.paper ?? ''}`}>
      <h1>{text.paperTitle(town?.name ?? '', month)}</h1>
      <table>
        <thead>
          <tr>
            {text.paperHead.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, dayClass, holiday, turns }) => (
            <tr key={day} data-class={dayClass}>
              <td className="figure">{`${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`}</td>
              <td>{text.weekdays[weekdayOf(day)]}</td>
              <td>{holiday ?? (dayClass === 'workday' ? '' : text.classes[dayClass])}</td>
              {(['leader', 'member'] as const).map((post) => (
                <td key={post}>
                  {turns
                    .filter((turn) => turn.post === post)
                    .map(({ name, shift }) => (shift === 'whole' ? name : `${name}（${text.shifts[shift]}）`))
                    .join('、')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{text.paperPhone}</p>
      <SignatureLines labels={text.paperSigns} />
    </article>
  )
}
