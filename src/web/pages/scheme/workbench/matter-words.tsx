import type { ReactNode } from 'react'
import { formatYuan } from '../../../../domain/primitives/fen.ts'
import type { Origin, Scheme, SchemePart } from '../../../../domain/scheme/scheme.ts'
import type { Citation } from '../../../../domain/regulation/citation.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { ladderOf } from './ladder.ts'
import { OriginMark } from './origin-mark.tsx'
import { Sum } from './outline-row.tsx'
import { schemeSum } from './outline-sums.ts'
import { meanWords } from './whole-forms.tsx'

export type Matter = SchemePart | 'honours' | 'criticism'

/** What the scheme says on a matter of the whole, with the mark of who says so. */
export function MatterWords({ matter, scheme }: { readonly matter: Matter; readonly scheme: Scheme }): ReactNode {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const { rollUps, pay } = scheme
  const isByHand = (part: SchemePart) => scheme.byHand?.includes(part) === true
  switch (matter) {
    case 'title':
      return (
        <p>
          {scheme.title} <OriginMark origin={isByHand('title') ? 'person' : undefined} />
        </p>
      )
    case 'total':
      return (
        <p>
          {scheme.total === null ? (
            <b className={styles.warning}>{words.totalOpen}</b>
          ) : (
            <Sum sum={schemeSum(scheme)} />
          )}{' '}
          <OriginMark origin={isByHand('total') ? 'person' : undefined} />
        </p>
      )
    case 'window':
      return (
        <p>
          {words.windows[scheme.window ?? 'year']}{' '}
          <OriginMark
            origin={scheme.window === undefined ? 'default' : isByHand('window') ? 'person' : undefined}
          />
        </p>
      )
    case 'rollUps':
      if (rollUps.length === 0)
        return (
          <p>
            {words.allAlike} <OriginMark origin={isByHand('rollUps') ? 'person' : undefined} />
          </p>
        )
      return rollUps.map(({ post, of, source }) => (
        <p key={post}>
          {post}
          {meanWords(words, post, of)} <OriginMark origin={source === null ? 'person' : undefined} />
        </p>
      ))
    case 'honours':
    case 'criticism':
      return <LadderWords rewards={scheme.rewards} effect={matter === 'honours' ? 'add' : 'deduct'} />
    case 'pay':
      if (pay === null || pay === undefined) return <p>{words.payNone}</p>
      return (
        <p>
          {words.formulas[pay.formula]}，
          {pay.perPerson === null ? text.outline.noPerPerson : text.outline.perPerson(formatYuan(pay.perPerson))}{' '}
          <OriginMark origin={pay.source === null || isByHand('pay') ? 'person' : undefined} source={pay.source} />
        </p>
      )
    default:
      return <ListWords matter={matter} scheme={scheme} />
  }
}

type Line = {
  readonly words: string
  readonly source: Citation | null
  readonly origin?: Origin | undefined
}

/** Lists of the whole: each line with its own mark; none at all says so. */
function ListWords({
  matter,
  scheme,
}: {
  readonly matter: 'cadence' | 'appraisees' | 'grades' | 'deadlines' | 'rewardCap'
  readonly scheme: Scheme
}) {
  const words = useText(schemeWorkText)
  const lines = linesOf(matter, scheme, words)
  if (lines.length === 0)
    return <p className="quiet">{matter === 'rewardCap' ? words.rewardCap.unlimited : words.notSaid}</p>
  // A list that is the system's from end to end is marked once.
  const isSuggested = lines.every(({ origin }) => origin === 'default')
  return (
    <>
      <ul className={styles.plain}>
        {lines.map((line) => (
          <li key={line.words}>
            {line.words} {!isSuggested && <OriginMark origin={line.origin} source={line.source} />}
          </li>
        ))}
      </ul>
      {isSuggested && <OriginMark origin="default" />}
    </>
  )
}

function linesOf(
  matter: 'cadence' | 'appraisees' | 'grades' | 'deadlines' | 'rewardCap',
  scheme: Scheme,
  words: (typeof schemeWorkText)['zh'],
): readonly Line[] {
  switch (matter) {
    case 'cadence':
      return scheme.cadence.map(({ step, source, origin }) => ({ words: step, source, origin }))
    case 'appraisees':
      return (scheme.appraisees ?? []).map((line) => ({
        words: `${line.words}：${line.appraised ? words.appraisees.in : words.appraisees.out}`,
        source: line.source,
        origin: line.origin,
      }))
    case 'grades':
      return (scheme.grades ?? []).map(({ grade, from, below, quotaPercent, employment, source, origin }) => {
        const band = words.grades.band(
          from === undefined ? null : pointsText(from),
          below === undefined ? null : pointsText(below),
        )
        const quota = quotaPercent === undefined ? '' : words.grades.quota(pointsText(quotaPercent))
        const said = [band, quota].filter((part) => part !== '').join('，')
        const name = employment === undefined ? grade : `${grade}（${employment}）`
        return { words: said === '' ? name : `${name}：${said}`, source, origin }
      })
    case 'deadlines':
      return (scheme.deadlines ?? []).map(({ step, days, kind, source, origin }) => ({
        words: `${step} ${String(days)} ${words.deadlines.kinds[kind]}`,
        source,
        origin,
      }))
    case 'rewardCap':
      return scheme.rewardCap === undefined
        ? []
        : [
            {
              words: words.rewardCap.most(pointsText(scheme.rewardCap.points)),
              source: scheme.rewardCap.source,
              origin: scheme.rewardCap.origin,
            },
          ]
  }
}

function LadderWords({
  rewards,
  effect,
}: {
  readonly rewards: Scheme['rewards']
  readonly effect: 'add' | 'deduct'
}) {
  const words = useText(schemeWholeText)
  const { rungs, condition, isSingle } = ladderOf(rewards, effect)
  if (rungs.length === 0) return <p>{words.noLadder}</p>
  if (!isSingle) return <p>{words.severalLadders}</p>
  return (
    <>
      <p>{condition}</p>
      <p className="figure">
        {rungs
          .map(({ level, points }) => words.rung(level ?? '', points === null ? '？' : pointsText(points)))
          .join('　')}
      </p>
      <OriginMark origin={commonOrigin(rungs.map((rule) => rule.origin))} />
    </>
  )
}

/** A ladder of which one rung is still the system's is shown as such. */
function commonOrigin(origins: readonly (Origin | undefined)[]): Origin | undefined {
  return origins.includes('default') ? 'default' : origins.find((origin) => origin === 'person')
}
