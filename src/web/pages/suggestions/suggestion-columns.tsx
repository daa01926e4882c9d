import { Link } from 'react-router'
import { formatQuantity } from '../../../domain/primitives/quantity.ts'
import { registerTitles } from '../../../domain/registers/register.ts'
import type { ProposalEffect, ProposedEntryView } from '../../../http/contract/registers/proposed-entries.ts'
import { EffectList } from '../../parts/effect-list.tsx'
import type { ListColumn } from '../../parts/list-page.tsx'
import { momentText } from '../../text/figure.ts'
import type { SuggestionsText } from '../../text/suggestions.ts'
import styles from './suggestions.module.css'

/** 迟到 1次 · 市级. */
export function foundFigure({ quantity, unit, level }: ProposedEntryView): string {
  return `${formatQuantity(quantity)}${unit}${level === null ? '' : ` · ${level}级`}`
}

type Shown = {
  readonly text: SuggestionsText
  readonly onOpen: (proposal: ProposedEntryView) => void
  readonly effects: ReadonlyMap<string, ProposalEffect>
  readonly isOpenTab: boolean
}

export function suggestionColumns({
  text,
  onOpen,
  effects,
  isOpenTab,
}: Shown): readonly ListColumn<ProposedEntryView>[] {
  return [
    {
      key: 'name',
      title: text.columnPerson,
      pinned: true,
      width: 110,
      render: (_, { name, office }) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          {name}
          <span className={styles.under}>{office}</span>
        </span>
      ),
    },
    {
      key: 'occurredOn',
      title: text.columnDay,
      width: 108,
      render: (_, { occurredOn }) => <span className="figure">{occurredOn}</span>,
    },
    {
      key: 'found',
      title: text.columnFound,
      pinned: true,
      render: (_, proposal) => (
        <div className={styles.found}>
          <button type="button" className={styles.open} onClick={() => onOpen(proposal)}>
            <Kind proposal={proposal} text={text} />
            {proposal.words}
          </button>
          {proposal.sort === 'reversal' && <span className={styles.under}>{text.reversalExplain}</span>}
          <span className={styles.under}>{registerTitles[proposal.register]}</span>
        </div>
      ),
    },
    {
      key: 'rule',
      title: text.columnRule,
      pinned: true,
      render: (_, proposal) => <Rule proposal={proposal} text={text} />,
    },
    isOpenTab
      ? {
          key: 'effect',
          title: text.columnEffect,
          // Without a clause nothing follows, and the column before says so with the way to choose one.
          render: (_, { id, rule }) => rule !== null && <Effect effect={effects.get(id)} text={text} />,
        }
      : {
          key: 'decided',
          title: text.columnDecided,
          render: (_, proposal) => <Decided proposal={proposal} />,
        },
  ]
}

export function Kind({
  proposal,
  text,
}: {
  readonly proposal: ProposedEntryView
  readonly text: SuggestionsText
}) {
  return (
    <>
      {proposal.sort === 'reversal' && <span className={styles.reversal}>{text.reversal}</span>}
      <span className={styles.kind}>
        {proposal.kindTitle} <span className="figure">{foundFigure(proposal)}</span>
      </span>
    </>
  )
}

/** The rule with its mark, or why there is none and the way to choose one. */
export function Rule({
  proposal,
  text,
}: {
  readonly proposal: ProposedEntryView
  readonly text: SuggestionsText
}) {
  const { rule, boundFrom, candidates, kind } = proposal
  if (rule === null)
    return (
      <div className={styles.rule}>
        <span className={styles.problem}>{boundFrom === 'open' ? text.openRule(candidates) : text.noRule}</span>{' '}
        <Link to={`/registers/rules?kind=${kind}`}>{text.chooseRule}</Link>
      </div>
    )
  return (
    <div className={styles.rule}>
      {rule.sentence}
      <span className={styles.under}>
        {rule.itemTitle}
        {boundFrom === 'suggested' && <span className={styles.mark}> · {text.suggested}</span>}
        {boundFrom === 'carried' && <span className={styles.mark}> · {text.carried}</span>}
      </span>
    </div>
  )
}

export function Effect({
  effect,
  text,
}: {
  readonly effect: ProposalEffect | undefined
  readonly text: SuggestionsText
}) {
  if (effect === undefined) return <span className="quiet">{text.effectLoading}</span>
  return (
    <div className={styles.effect}>
      {effect.isDiscretion && <span className="quiet">{text.isDiscretion}</span>}
      {effect.problem !== null && <span className={styles.problem}>{effect.problem}</span>}
      {effect.effects.length > 0 && <EffectList effects={effect.effects} />}
      {effect.effects.length === 0 && effect.problem === null && !effect.isDiscretion && (
        <span className="quiet">{text.effectNone}</span>
      )}
    </div>
  )
}

function Decided({ proposal }: { readonly proposal: ProposedEntryView }) {
  const { decidedAt, decidedBy, reason } = proposal
  return (
    <div className={styles.found}>
      {decidedAt !== null && <span className="figure">{momentText(decidedAt)}</span>} {decidedBy}
      {reason !== null && <span className={styles.under}>{reason}</span>}
    </div>
  )
}

/** The same proposal on a phone. */
export function suggestionCard(proposal: ProposedEntryView, { text, effects, isOpenTab }: Omit<Shown, 'onOpen'>) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <b>{proposal.name}</b>
        <span className="quiet">{proposal.office}</span>
        <span className={`${styles.cardDay ?? ''} figure quiet`}>{proposal.occurredOn}</span>
      </span>
      <span>
        <Kind proposal={proposal} text={text} />
        {proposal.words}
      </span>
      <Rule proposal={proposal} text={text} />
      {isOpenTab ? <Effect effect={effects.get(proposal.id)} text={text} /> : <Decided proposal={proposal} />}
    </span>
  )
}
