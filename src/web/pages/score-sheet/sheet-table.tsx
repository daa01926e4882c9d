import type { CategoryScore, ItemScore, RatingScore, ScoreSheet } from '../../../domain/scoring/score-sheet.ts'
import { Points, Yuan } from '../../parts/figure.tsx'
import { useText } from '../../text/dictionary.ts'
import { pointsText } from '../../text/figure.ts'
import { scoreSheetText } from '../../text/score-sheet.ts'
import { weightShare } from '../ratings/rating-view.ts'
import { ReasonLine } from './reason-line.tsx'
import { movedFromFull, paperLines, sheetLine } from './sheet-lines.ts'
import { FigureHead } from './figure-head.tsx'
import whyLink from '../../parts/why-link.module.css'
import styles from './score-sheet.module.css'
import type { WhyTarget } from './why.ts'

export type AskWhy = (target: WhyTarget) => void

/** The sheet as the paper one: categories, items, full, moved, got, and under each moved point its reason. */
export function SheetTable({ sheet, onWhy }: { readonly sheet: ScoreSheet; readonly onWhy: AskWhy }) {
  const text = useText(scoreSheetText)
  return (
    <table className={styles.table}>
      <FigureHead words={text.item} figures={[text.full, text.lost, text.got]} />
      {sheet.categories.map((category) => (
        <CategoryRows key={category.categoryId} category={category} onWhy={onWhy} />
      ))}
      {sheet.rollUp !== null && <RollUpRows sheet={sheet} onWhy={onWhy} />}
      {sheet.rewards !== null && sheet.rewards.lines.length > 0 && (
        <tbody>
          <GroupRow
            title={text.reward}
            full={null}
            moved={null}
            score={sheet.reward}
            onWhy={() => {
              onWhy({ kind: 'rewards' })
            }}
          />
          <ReasonRow lines={sheet.rewards} />
        </tbody>
      )}
      <OtherRows sheet={sheet} />
      <TotalRows sheet={sheet} onWhy={onWhy} />
    </table>
  )
}

function CategoryRows({ category, onWhy }: { readonly category: CategoryScore; readonly onWhy: AskWhy }) {
  const text = useText(scoreSheetText)
  const isEarned = category.kind === 'earned'
  return (
    <tbody>
      <GroupRow
        title={groupTitle(category)}
        full={category.full}
        moved={movedFromFull(category, isEarned)}
        score={category.score}
        onWhy={() => {
          onWhy({ kind: 'category', categoryId: category.categoryId })
        }}
      />
      {category.sheets.map((sheet) => [
        category.sheets.length > 1 && (
          <tr key={sheet.sheetId} className={styles.sheetRow}>
            <td>{text.sheetDays(sheet.title, sheet.days)}</td>
            <td className={styles.number}>{sheet.full !== null && <Points hundredths={sheet.full} table />}</td>
            <td className={styles.number}>
              <Moved points={movedFromFull(sheet, isEarned)} />
            </td>
            <td className={styles.number}>
              <Points hundredths={sheet.score} table />
            </td>
          </tr>
        ),
        ...sheet.items.map((item) => (
          <ItemRows
            key={`${sheet.sheetId}/${item.itemId}`}
            item={item}
            isEarned={isEarned}
            onWhy={() => {
              onWhy({ kind: 'item', sheetId: sheet.sheetId, itemId: item.itemId })
            }}
          />
        )),
      ])}
      {category.rating !== null && <RatingRow rating={category.rating} />}
    </tbody>
  )
}

/** 业务工作 · 司法所: whose sheet it is, where there is only one. */
function groupTitle(category: CategoryScore): string {
  const [sheet] = category.sheets
  const isNamed = category.sheets.length === 1 && sheet !== undefined && sheet.office !== null
  return isNamed && sheet.title !== category.title ? `${category.title} · ${sheet.title}` : category.title
}

function Moved({ points }: { readonly points: number | null }) {
  return points === null ? null : <Points hundredths={points} table change />
}

type RowProps = {
  readonly title: string
  readonly full: number | null
  readonly moved: number | null
  readonly score: number | null
  readonly onWhy: () => void
}

function GroupRow({ title, full, moved, score, onWhy }: RowProps) {
  return (
    <tr className={styles.groupRow}>
      <th scope="row">{title}</th>
      <td className={styles.number}>{full !== null && <Points hundredths={full} table />}</td>
      <td className={styles.number}>
        <Moved points={moved} />
      </td>
      <td className={styles.number}>
        <WhyFigure score={score} onWhy={onWhy} />
      </td>
    </tr>
  )
}

/** A score that answers for itself: the link opens the panel. */
export function WhyFigure({ score, onWhy }: { readonly score: number | null; readonly onWhy: () => void }) {
  return (
    <button type="button" className={whyLink.why} onClick={onWhy}>
      <Points hundredths={score} table />
    </button>
  )
}

function ItemRows({
  item,
  isEarned,
  onWhy,
}: {
  readonly item: ItemScore
  readonly isEarned: boolean
  readonly onWhy: () => void
}) {
  const moved = movedFromFull(item, isEarned)
  const lines = paperLines(item)
  return (
    <>
      <tr className={lines.length > 0 ? styles.itemRowWithReasons : styles.itemRow}>
        <td>{item.title}</td>
        <td className={styles.number}>{item.full !== null && <Points hundredths={item.full} table />}</td>
        <td className={styles.number}>
          <Moved points={moved} />
        </td>
        <td className={styles.number}>
          <WhyFigure score={item.score} onWhy={onWhy} />
        </td>
      </tr>
      {lines.length > 0 && <ReasonRow lines={item} />}
    </>
  )
}

function ReasonRow({ lines }: { readonly lines: ItemScore }) {
  return (
    <tr className={styles.reasonRow}>
      <td colSpan={4}>
        <ul>
          {paperLines(lines).map((line) => (
            <ReasonLine key={line.key} line={line} />
          ))}
        </ul>
      </td>
    </tr>
  )
}

function RatingRow({ rating }: { readonly rating: RatingScore }) {
  const text = useText(scoreSheetText)
  return (
    <tr className={styles.reasonRow}>
      <td colSpan={4}>
        <span className={styles.ratings}>
          {rating.whole !== null && (
            <span>
              {text.ratingWhole} <span className="figure">{pointsText(rating.whole)}</span>
            </span>
          )}
          {rating.whole === null &&
            rating.groups.map((group) => (
              <span key={group.group}>
                {text.ratingGroup(group.group, pointsText(weightShare(group.weight, rating.groups)))}{' '}
                {group.mean === null ? (
                  <Points hundredths={null} />
                ) : (
                  <span className="figure">
                    {text.ratingMean(group.mean)} <span className="quiet">{text.ratingMarks(group.marks)}</span>
                  </span>
                )}
              </span>
            ))}
        </span>
      </td>
    </tr>
  )
}

function RollUpRows({ sheet, onWhy }: { readonly sheet: ScoreSheet; readonly onWhy: AskWhy }) {
  const text = useText(scoreSheetText)
  if (sheet.rollUp === null) return null
  return (
    <tbody>
      <GroupRow
        title={text.rollUp(sheet.rollUp.of, sheet.rollUp.members.length)}
        full={null}
        moved={null}
        score={sheet.rollUp.mean}
        onWhy={() => {
          onWhy({ kind: 'work' })
        }}
      />
      <tr className={styles.reasonRow}>
        <td colSpan={4}>
          <span className={styles.members}>
            {sheet.rollUp.members.map((member) => (
              <span key={member.staffNumber}>
                {member.name} <Points hundredths={member.score} />
              </span>
            ))}
          </span>
        </td>
      </tr>
    </tbody>
  )
}

function OtherRows({ sheet }: { readonly sheet: ScoreSheet }) {
  const text = useText(scoreSheetText)
  const lines = sheet.otherLines.filter((line) => line.reason?.code !== 'reversed')
  if (lines.length === 0) return null
  return (
    <tbody>
      <tr className={styles.groupRow}>
        <th scope="row" colSpan={3}>
          {text.others}
        </th>
        <td className={styles.number}>
          {sheet.moneyFen > 0 && (
            <>
              {text.money} <Yuan fen={-sheet.moneyFen} change />
            </>
          )}
        </td>
      </tr>
      <tr className={styles.reasonRow}>
        <td colSpan={4}>
          <ul>
            {lines.map((line, place) => (
              <ReasonLine key={line.entryId ?? line.clause} line={sheetLine(line, place)} />
            ))}
          </ul>
        </td>
      </tr>
    </tbody>
  )
}

function TotalRows({ sheet, onWhy }: { readonly sheet: ScoreSheet; readonly onWhy: AskWhy }) {
  const text = useText(scoreSheetText)
  return (
    <tfoot>
      {sheet.zeroedBy !== null && (
        <tr>
          <td colSpan={4} className={styles.zeroed}>
            {text.zeroed}：「{sheet.zeroedBy.clause}」
          </td>
        </tr>
      )}
      <tr>
        <th scope="row">{text.score}</th>
        <td colSpan={2} className={styles.sum}>
          {sheet.score === null && text.soFar(pointsText(sheet.soFar))}
          {sheet.score !== null && sheet.reward !== 0 && (
            <>
              <Points hundredths={sheet.work} /> <Points hundredths={sheet.reward} change />
            </>
          )}
        </td>
        <td className={styles.number}>
          <WhyFigure
            score={sheet.score}
            onWhy={() => {
              onWhy({ kind: 'total' })
            }}
          />
        </td>
      </tr>
    </tfoot>
  )
}
