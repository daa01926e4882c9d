import type { ReactNode } from 'react'
import { absenceWords } from '../../../domain/roster/absence.ts'
import type { ChartView } from '../../../http/contract/people-changes.ts'
import { useText } from '../../text/dictionary.ts'
import { organisationChartText } from '../../text/organisation-chart.ts'
import styles from './chart-page.module.css'

type Leader = ChartView['deputies'][number]
type Office = ChartView['offices'][number]
type Someone = Office['staff'][number]

/** Principals over deputies over offices over people; an office shared by two deputies stands under both. */
export function ChartTree({ chart }: { readonly chart: ChartView }) {
  const text = useText(organisationChartText)
  const { principals, deputies, offices } = chart
  const ledBy = ({ staffNumber }: Leader) =>
    offices.filter(({ leaders }) => leaders.some((leader) => leader.staffNumber === staffNumber))
  const unled = offices.filter(({ leaders }) => leaders.length === 0)
  const withOffices = (leader: Leader) => (
    <LeaderBranch key={leader.staffNumber} leader={leader}>
      {ledBy(leader).map((office) => (
        <OfficeBranch key={office.office} office={office} under={leader.staffNumber} />
      ))}
    </LeaderBranch>
  )
  return (
    <>
      {principals.length > 0 && <Level title={text.principals}>{principals.map(withOffices)}</Level>}
      {deputies.length > 0 && <Level title={text.deputies}>{deputies.map(withOffices)}</Level>}
      {unled.length > 0 && (
        <Level title={deputies.length > 0 ? text.unled : text.offices}>
          {unled.map((office) => (
            <li key={office.office} className={styles.leader}>
              <ul className={styles.offices}>
                <OfficeBranch office={office} under={null} />
              </ul>
            </li>
          ))}
        </Level>
      )}
    </>
  )
}

function Level({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.leaders}>{children}</ul>
    </section>
  )
}

function LeaderBranch({ leader, children }: { readonly leader: Leader; readonly children: readonly ReactNode[] }) {
  return (
    <li className={styles.leader}>
      <p className={styles.leaderLine}>
        <b>{leader.name}</b>
        {leader.office !== '' && <span className="quiet">{leader.office}</span>}
        <AwayWord person={leader} />
        <ScoredByWords leader={leader} />
      </p>
      {children.length > 0 && <ul className={styles.offices}>{children}</ul>}
    </li>
  )
}

function ScoredByWords({ leader: { scoredBy } }: { readonly leader: Leader }) {
  const text = useText(organisationChartText)
  if (scoredBy.kind === 'own-sheet') return <span className={styles.scoredBy}>{text.byOwnSheet}</span>
  if (scoredBy.members === 0) return <span className={styles.noScore}>{text.noScore}</span>
  return (
    <span className={styles.scoredBy}>
      {scoredBy.offices === null
        ? text.mean(scoredBy.of, scoredBy.members)
        : text.meanOfOffices(scoredBy.offices.join('、'), scoredBy.members)}
    </span>
  )
}

/** An office with its people; other leaders in charge of it are named. */
function OfficeBranch({ office, under }: { readonly office: Office; readonly under: string | null }) {
  const text = useText(organisationChartText)
  const others = office.leaders.filter(({ staffNumber }) => staffNumber !== under)
  const present = office.staff.filter(({ away }) => away === null)
  return (
    <li className={`${styles.office ?? ''} keep-together`}>
      <span className={styles.officeName}>
        {office.office} <span className="quiet figure">{text.people(present.length)}</span>
        {others.length > 0 && (
          <span className="quiet"> · {text.led(others.map(({ name }) => name).join('、'))}</span>
        )}
      </span>
      <span className={styles.people}>
        {office.staff.length === 0 && <span className="quiet">{text.nobody}</span>}
        {office.staff.map((person) => (
          <span key={person.staffNumber}>
            {person.name}
            <AwayWord person={person} />
          </span>
        ))}
      </span>
    </li>
  )
}

function AwayWord({ person: { away } }: { readonly person: Someone }) {
  return away === null ? null : <span className={styles.away}>（{absenceWords[away]}）</span>
}
