import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { missingPartSentence } from '../../../domain/scoring/missing-part-sentence.ts'
import type { AnswerOf } from '../../../http/contract/endpoint.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { download } from '../../parts/api.ts'
import { DownloadButtons } from '../../parts/download-buttons.tsx'
import { Points } from '../../parts/figure.tsx'
import { OwnNews } from '../../parts/own-news.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { SignatureLines } from '../../parts/signature-lines.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { WhyPanel } from '../../parts/why-panel.tsx'
import { useText } from '../../text/dictionary.ts'
import { periodText } from '../../text/figure.ts'
import { scoreSheetText } from '../../text/score-sheet.ts'
import { PeriodPicker } from '../standings/period-picker.tsx'
import { periodSearch } from '../standings/period.ts'
import { usePeriod } from '../standings/use-period.ts'
import { DaysSection } from './days-section.tsx'
import { LateEntriesContext } from './late-entries.tsx'
import { remedyFor } from './remedy.ts'
import styles from './score-sheet.module.css'
import { SheetTable } from './sheet-table.tsx'
import { WhyContent } from './why-content.tsx'
import { whyOf, type WhyTarget } from './why.ts'

type SheetAnswer = AnswerOf<typeof endpoints.readScoreSheet>

/** 成绩单 of one person: like the paper one, and every figure answers why. Prints on one A4. */
export function ScoreSheetPage() {
  const text = useText(scoreSheetText)
  const { staffNumber = '' } = useParams()
  const { year, part, period, choosePart } = usePeriod()
  const seesOthers = useSeesOthersScores()
  const { staffNumber: ownNumber } = useSession()
  const answer = useAnswer(endpoints.readScoreSheet, { params: { staffNumber }, query: { period } })
  const shown = answer.data?.sheet.staffNumber === staffNumber ? answer.data : undefined
  const name = shown?.sheet.name
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={name === undefined ? text.title : `${name} · ${text.title}`}
          subtitle={seesOthers && <Link to={`/standings${periodSearch(year, part)}`}>{text.back}</Link>}
          actions={
            <>
              <PeriodPicker year={year} part={part} onChange={choosePart} />
              <DownloadButtons
                onTake={(format) =>
                  download(endpoints.downloadScoreSheet, text.title, {
                    params: { staffNumber },
                    query: { period, format },
                  })
                }
              />
              <Button
                onClick={() => {
                  window.print()
                }}
              >
                {text.print}
              </Button>
            </>
          }
        />
      </div>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {shown === undefined && answer.error === null && <LoadingState rows={14} />}
      {shown !== undefined && answer.error === null && (
        <div aria-busy={answer.isPlaceholderData}>
          {shown.sheet.staffNumber === ownNumber && <OwnNews year={year} />}
          <LateEntriesContext value={shown.late}>
            <Sheet answer={shown} year={year} />
          </LateEntriesContext>
        </div>
      )}
    </>
  )
}

function Sheet({ answer, year }: { readonly answer: SheetAnswer; readonly year: number }) {
  const text = useText(scoreSheetText)
  const [target, ask] = useState<WhyTarget | null>(null)
  const { sheet } = answer
  const titles = { total: text.score, work: text.work, rewards: text.reward }
  const why = target === null ? null : whyOf(sheet, target, titles)
  return (
    <article className={styles.paper}>
      <header className={styles.head}>
        <p className={styles.town}>{answer.town}</p>
        <h2>{text.heading(periodText(answer.period))}</h2>
        <SheetFacts answer={answer} />
      </header>
      {sheet.missing.length > 0 && <MissingParts answer={answer} year={year} />}
      <DaysSection sheet={sheet} />
      <SheetTable sheet={sheet} onWhy={ask} />
      <SignatureLines labels={[text.sign, text.signDate, text.office2]} />
      <p className={styles.note}>{text.signNote}</p>
      <WhyPanel
        open={why !== null}
        onClose={() => {
          ask(null)
        }}
        title={why === null ? '' : `${sheet.name} · ${why.title}`}
        figure={why !== null && <Points hundredths={why.score} />}
      >
        {why !== null && <WhyContent why={why} year={year} staffNumber={sheet.staffNumber} onWhy={ask} />}
      </WhyPanel>
    </article>
  )
}

function SheetFacts({ answer }: { readonly answer: SheetAnswer }) {
  const text = useText(scoreSheetText)
  const { sheet } = answer
  const facts = [
    [text.name, sheet.name],
    [text.staffNumber, sheet.staffNumber],
    [text.office, sheet.office],
    [text.post, sheet.post],
    [text.employment, sheet.employment],
    [text.days, text.daysValue(sheet.days.onRoster, sheet.days.ofYear)],
    [text.rank, answer.rank === null ? null : text.rankValue(answer.rank, answer.rankingGroupSize)],
    [text.scheme, text.schemeValue(answer.schemeTitle, answer.schemeVersion)],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      <div>
        <dt />
        <dd className="quiet">{text.asOf(answer.asOf)}</dd>
      </div>
    </dl>
  )
}

function MissingParts({ answer, year }: { readonly answer: SheetAnswer; readonly year: number }) {
  const text = useText(scoreSheetText)
  const may = useMay()
  const { sheet } = answer
  return (
    <section className={styles.missing} aria-label={text.missingTitle}>
      <b>{text.missingTitle}</b> <span className="quiet">{text.missingHint}</span>
      <ul>
        {sheet.missing.map((part) => {
          const sentence = missingPartSentence(part)
          const remedy = remedyFor(part, sheet.staffNumber, year)
          return (
            <li key={sentence}>
              {sentence}{' '}
              {may(remedy.opens) && (
                <Link className="no-print" to={remedy.address}>
                  {remedy.label}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
