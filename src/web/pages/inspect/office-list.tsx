import { RightOutlined } from '@ant-design/icons'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import { peopleOf } from './choose-rule.ts'
import styles from './inspect.module.css'
import type { QueuedFinding } from './queued-finding.ts'

type Round = InspectionKit['rounds'][number]
type Props = {
  readonly kit: InspectionKit
  readonly round: Round
  readonly findings: readonly QueuedFinding[]
  readonly onChoose: (office: string) => void
}

/** The doors of a round: which have been visited, and where somebody is missing. */
export function OfficeList({ kit, round, findings, onChoose }: Props) {
  const text = useText(inspectText)
  return (
    <>
      {kit.rounds.length === 1 && <h2 className={styles.subtitle}>{round.title}</h2>}
      <ul className={styles.list}>
        {round.offices.map(({ office, outcome }) => {
          const people = peopleOf(kit, office)
          const away = people.filter(({ status }) => !status.isAccounted).length
          const queued = findings.filter((one) => one.roundId === round.id && one.office === office)
          const found = queued.some(({ ticked }) => ticked !== null) ? 'findings' : outcome
          const shown = found === 'unvisited' && queued.length > 0 ? 'nothing' : found
          return (
            <li key={office}>
              <button type="button" className={styles.line} onClick={() => onChoose(office)}>
                <span className={styles.lineHead}>
                  <b>{office}</b>
                  <span className="quiet">
                    {text.people(people.length)}
                    {away > 0 && <span className={styles.away}> · {text.away(away)}</span>}
                  </span>
                </span>
                <span className={styles.outcome} data-outcome={shown}>
                  {text.outcome[shown]}
                  {queued.length > 0 && <span className="quiet">{text.queuedHere(queued.length)}</span>}
                </span>
                <RightOutlined aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
