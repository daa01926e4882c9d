import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { formatYuan } from '../../../../domain/primitives/fen.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { Origin, Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { LadderForm } from './ladder-form.tsx'
import { ladderOf } from './ladder.ts'
import { schemeSum } from './outline-sums.ts'
import { OriginMark } from './origin-mark.tsx'
import { Sum } from './outline-row.tsx'
import { PayForm } from './pay-form.tsx'
import { useWorkbench } from './workbench-context.ts'
import { meanWords, RollUpForm, TitleForm, TotalForm, WindowForm } from './whole-forms.tsx'

const matters = ['title', 'total', 'window', 'rollUps', 'honours', 'criticism', 'pay'] as const
type Matter = (typeof matters)[number]

/** 方案总则: what holds for the whole scheme, each matter changed in its own place. */
export function SchemeCard() {
  const words = useText(schemeWholeText)
  const { model, actions } = useWorkbench()
  const [open, show] = useState<Matter | null>(null)
  // Meanwhile another one may have been opened, which stays.
  const close = (matter: Matter) => show((now) => (now === matter ? null : now))
  return (
    <article className={styles.card}>
      <p className={styles.message}>{words.heading}</p>
      {actions !== null && <p className={styles.place}>{words.hint}</p>}
      {matters.map((matter) =>
        open === matter && actions !== null ? (
          <MatterForm
            key={matter}
            matter={matter}
            scheme={model.scheme}
            isBusy={actions.isBusy}
            onSave={(edit) => void actions.edit(edit).then((isDone) => isDone && close(matter))}
            onCancel={() => show(null)}
          />
        ) : (
          <MatterRow
            key={matter}
            matter={matter}
            scheme={model.scheme}
            onChange={actions === null ? null : () => show(matter)}
          />
        ),
      )}
    </article>
  )
}

function MatterRow({
  matter,
  scheme,
  onChange,
}: {
  readonly matter: Matter
  readonly scheme: Scheme
  readonly onChange: (() => void) | null
}) {
  const words = useText(schemeWholeText)
  const isFixed = isLadder(matter) && !ladderOf(scheme.rewards, effectOf(matter)).isSingle
  return (
    <section className={styles.matter}>
      <div>
        <p className={styles.label}>{words[matter]}</p>
        <MatterWords matter={matter} scheme={scheme} />
      </div>
      {onChange !== null && !isFixed && (
        <Button type="link" size="small" aria-label={`${words.change}${words[matter]}`} onClick={onChange}>
          {words.change}
        </Button>
      )}
    </section>
  )
}

function MatterWords({ matter, scheme }: { readonly matter: Matter; readonly scheme: Scheme }): ReactNode {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const { rollUps, pay } = scheme
  switch (matter) {
    case 'title':
      return <p>{scheme.title}</p>
    case 'total':
      return (
        <p>
          {scheme.total === null ? (
            <b className={styles.warning}>{words.totalOpen}</b>
          ) : (
            <Sum sum={schemeSum(scheme)} />
          )}
        </p>
      )
    case 'window':
      return (
        <p>
          {words.windows[scheme.window ?? 'year']} {scheme.window === undefined && <OriginMark origin="default" />}
        </p>
      )
    case 'rollUps':
      if (rollUps.length === 0) return <p>{words.allAlike}</p>
      return rollUps.map(({ post, of, source }) => (
        <p key={post}>
          {post}
          {meanWords(words, post, of)} <OriginMark origin={source === null ? 'person' : undefined} />
        </p>
      ))
    case 'honours':
    case 'criticism':
      return <LadderWords rewards={scheme.rewards} effect={effectOf(matter)} />
    case 'pay':
      if (pay === null || pay === undefined) return <p>{words.payNone}</p>
      return (
        <p>
          {words.formulas[pay.formula]}，
          {pay.perPerson === null ? text.outline.noPerPerson : text.outline.perPerson(formatYuan(pay.perPerson))}{' '}
          <OriginMark origin={pay.source === null ? 'person' : undefined} />
        </p>
      )
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

function isLadder(matter: Matter): matter is 'honours' | 'criticism' {
  return matter === 'honours' || matter === 'criticism'
}

function effectOf(matter: 'honours' | 'criticism'): 'add' | 'deduct' {
  return matter === 'honours' ? 'add' : 'deduct'
}

function MatterForm({
  matter,
  scheme,
  ...form
}: {
  readonly matter: Matter
  readonly scheme: Scheme
  readonly isBusy: boolean
  readonly onSave: (edit: SchemeEdit) => void
  readonly onCancel: () => void
}) {
  switch (matter) {
    case 'title':
      return <TitleForm scheme={scheme} {...form} />
    case 'total':
      return <TotalForm scheme={scheme} {...form} />
    case 'window':
      return <WindowForm scheme={scheme} {...form} />
    case 'rollUps':
      return <RollUpForm scheme={scheme} {...form} />
    case 'honours':
    case 'criticism': {
      const effect = effectOf(matter)
      return <LadderForm effect={effect} ladder={ladderOf(scheme.rewards, effect)} {...form} />
    }
    case 'pay':
      return <PayForm pay={scheme.pay} {...form} />
  }
}
