import { Link } from 'react-router'
import type { EvidenceFile } from '../../../http/contract/evidence.ts'
import type { EntryOrigin } from '../../../http/contract/registers/proposed-entries.ts'
import { EvidenceFiles } from '../../parts/evidence/evidence-files.tsx'
import { useEvidenceOf } from '../../parts/evidence/use-evidence-of.ts'
import { OriginLines } from '../../parts/origin/origin-lines.tsx'
import { useOriginsOf } from '../../parts/origin/use-origins-of.ts'
import { Points, Yuan } from '../../parts/figure.tsx'
import { useText } from '../../text/dictionary.ts'
import { pointsText } from '../../text/figure.ts'
import { scoreSheetText } from '../../text/score-sheet.ts'
import { weightShare } from '../ratings/rating-view.ts'
import type { SheetLine } from './sheet-lines.ts'
import { WhyFigure, type AskWhy } from './sheet-table.tsx'
import { FigureHead } from './figure-head.tsx'
import { LateMark } from './late-entries.tsx'
import styles from './score-sheet.module.css'
import type { Why } from './why.ts'

type Props = {
  readonly why: Why
  readonly year: number
  readonly staffNumber: string
  readonly onWhy: AskWhy
}

/** Inside the panel: the parts that add up to the figure, or the lines it was reckoned by, every one of them. */
export function WhyContent({ why, year, staffNumber, onWhy }: Props) {
  const text = useText(scoreSheetText)
  return (
    <>
      {why.parts.length > 0 && (
        <>
          <h3 className={styles.panelHeading}>{text.madeOf}</h3>
          <table className={styles.parts}>
            <tbody>
              {why.parts.map((part) => (
                <tr key={part.label}>
                  <td>{part.label}</td>
                  <td className={styles.number}>
                    {part.target === null ? (
                      <Points hundredths={part.score} table />
                    ) : (
                      <WhyFigure
                        score={part.score}
                        onWhy={() => {
                          if (part.target !== null) onWhy(part.target)
                        }}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {why.rating !== null && <RatingTable why={why} />}
      {why.rollUp !== null && <MemberTable why={why} year={year} />}
      {why.parts.length === 0 && why.rating === null && why.rollUp === null && why.lines.length === 0 && (
        <p className="quiet">{text.noLines}</p>
      )}
      {why.lines.length > 0 && <LineTable lines={why.lines} staffNumber={staffNumber} />}
      {why.windows.length > 1 && (
        <>
          <h3 className={styles.panelHeading}>{text.windows}</h3>
          <table className={styles.parts}>
            <tbody>
              {why.windows.map((window) => (
                <tr key={window.span.first}>
                  <td className="figure">
                    {window.span.first} — {window.span.last}
                  </td>
                  <td className={styles.number}>
                    <Points hundredths={window.score} table />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

function LineTable({
  lines,
  staffNumber,
}: {
  readonly lines: readonly SheetLine[]
  readonly staffNumber: string
}) {
  const text = useText(scoreSheetText)
  const entryIds = lines.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]))
  const evidenceOf = useEvidenceOf(entryIds)
  const originsOf = useOriginsOf(entryIds)
  return (
    <>
      <h3 className={styles.panelHeading}>{text.entries}</h3>
      <table className={styles.lines}>
        <FigureHead words={text.reason} figures={[text.before, text.change, text.after]} />
        <tbody>
          {lines.map((line) => (
            <LineRow
              key={line.key}
              line={line}
              staffNumber={staffNumber}
              evidence={evidenceOf(line.entryId)}
              origins={originsOf(line.entryId)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

type LineRowProps = {
  readonly line: SheetLine
  readonly staffNumber: string
  readonly evidence: readonly EvidenceFile[]
  readonly origins: readonly EntryOrigin[]
}

function LineRow({ line, staffNumber, evidence, origins }: LineRowProps) {
  const text = useText(scoreSheetText)
  const kindWords = { base: text.base, entry: null, shortfall: text.shortfall, limit: text.limit, uncounted: null }
  return (
    <tr className={line.kind === 'uncounted' ? styles.uncounted : undefined}>
      <td>
        <div>
          {line.day !== null && <span className="figure">{line.day} </span>}
          {kindWords[line.kind] !== null && <b>{kindWords[line.kind]} </b>}
          {line.facts.join('，')}
        </div>
        {line.clause !== '' && line.kind !== 'base' && <q className={styles.clause}>{line.clause}</q>}
        {line.reading !== null && <div>{text.reading(line.reading)}</div>}
        {line.schemeVersion !== null && <div>{text.judgedBy(line.schemeVersion)}</div>}
        {line.reason !== null && <div className={styles.reason}>{line.reason}</div>}
        <OriginLines origins={origins} />
        {evidence.length > 0 && <EvidenceFiles files={evidence} isSmall />}
        <LateMark entryId={line.entryId} />
        {line.entryId !== null && (
          <Link className="no-print" to={entryAddress(line.entryId, staffNumber, line.day)}>
            {text.toEntry}
          </Link>
        )}
      </td>
      <td className={styles.number}>{line.before !== null && <Points hundredths={line.before} table />}</td>
      <td className={styles.number}>
        {line.kind !== 'base' && line.change !== 0 && <Points hundredths={line.change} table change />}
        {line.moneyFen !== null && <Yuan fen={-line.moneyFen} change />}
      </td>
      <td className={styles.number}>{line.after !== null && <Points hundredths={line.after} table />}</td>
    </tr>
  )
}

/** The ledger narrowed to the person and day, so that the entry is on the page whose drawer opens. */
function entryAddress(entryId: string, staffNumber: string, day: string | null): string {
  const search = new URLSearchParams({ person: staffNumber, entry: entryId })
  if (day !== null) {
    search.set('from', day)
    search.set('to', day)
  }
  return `/entries?${search.toString()}`
}

function RatingTable({ why }: { readonly why: Why }) {
  const text = useText(scoreSheetText)
  const { rating } = why
  if (rating === null) return null
  return (
    <table className={styles.parts}>
      <tbody>
        {rating.whole !== null && (
          <tr>
            <td>{text.ratingWhole}</td>
            <td className={styles.number}>
              <Points hundredths={rating.whole} table />
            </td>
          </tr>
        )}
        {rating.groups.map((group) => (
          <tr key={group.group}>
            <td>{text.ratingGroup(group.group, pointsText(weightShare(group.weight, rating.groups)))}</td>
            <td className={styles.number}>
              <span className="quiet">{text.ratingMarks(group.marks)}</span>{' '}
              {group.mean === null ? <Points hundredths={null} /> : <span className="figure">{group.mean}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MemberTable({ why, year }: { readonly why: Why; readonly year: number }) {
  const text = useText(scoreSheetText)
  if (why.rollUp === null) return null
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{text.member}</th>
          <th scope="col">{text.office}</th>
          <th scope="col" className={styles.number}>
            {text.memberDays}
          </th>
          <th scope="col" className={styles.number}>
            {text.got}
          </th>
        </tr>
      </thead>
      <tbody>
        {why.rollUp.members.map((member) => (
          <tr key={member.staffNumber}>
            <td>
              <Link to={`/people/${encodeURIComponent(member.staffNumber)}/sheet?year=${String(year)}`}>
                {member.name}
              </Link>
            </td>
            <td>{member.office}</td>
            <td className={`${styles.number ?? ''} figure`}>{member.days}</td>
            <td className={styles.number}>
              <Points hundredths={member.score} table />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
