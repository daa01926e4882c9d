import { Button } from 'antd'
import { useState } from 'react'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { LadderForm } from './ladder-form.tsx'
import { ladderOf } from './ladder.ts'
import { AppraiseesForm, CadenceForm, DeadlinesForm, GradesForm, RewardCapForm } from './list-forms.tsx'
import { MatterWords, type Matter } from './matter-words.tsx'
import { PayForm } from './pay-form.tsx'
import type { Focus } from './text-marks.ts'
import { useIsHovered, useLights, useWorkbench } from './workbench-context.ts'
import { RollUpForm, TitleForm, TotalForm, WindowForm, type WholeFormProps } from './whole-forms.tsx'

const matters: readonly Matter[] = [
  'title',
  'total',
  'window',
  'appraisees',
  'cadence',
  'rollUps',
  'honours',
  'criticism',
  'rewardCap',
  'grades',
  'deadlines',
  'pay',
]

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
          <section key={matter} className={styles.openMatter ?? ''}>
            <MatterHeading matter={matter} />
            <MatterForm matter={matter} scheme={model.scheme} onClose={() => close(matter)} />
          </section>
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

/** What is being changed; forms of one field say it as the field's own name. */
function MatterHeading({ matter }: { readonly matter: Matter }) {
  const label = useMatterLabel(matter)
  return isNamedInForm(matter) ? null : <p className={styles.label}>{label}</p>
}

function isNamedInForm(matter: Matter): boolean {
  return matter === 'title' || matter === 'total' || matter === 'window'
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
  const label = useMatterLabel(matter)
  const { focus } = useWorkbench()
  const own: Focus = { kind: 'scheme', id: matter }
  const isHovered = useIsHovered(own)
  const isLit = isHovered || (focus?.kind === 'scheme' && focus.id === matter)
  const isFixed = isLadder(matter) && !ladderOf(scheme.rewards, effectOf(matter)).isSingle
  return (
    <section className={`${styles.matter ?? ''} ${isLit ? (styles.litMatter ?? '') : ''}`} {...useLights(own)}>
      <div>
        <p className={styles.label}>{label}</p>
        <MatterWords matter={matter} scheme={scheme} />
      </div>
      {onChange !== null && !isFixed && (
        <Button type="link" size="small" aria-label={`${words.change}${label}`} onClick={onChange}>
          {words.change}
        </Button>
      )}
    </section>
  )
}

function useMatterLabel(matter: Matter): string {
  const words = useText(schemeWholeText)
  const more = useText(schemeWorkText).matters
  switch (matter) {
    case 'cadence':
    case 'appraisees':
    case 'grades':
    case 'deadlines':
    case 'rewardCap':
      return more[matter]
    default:
      return words[matter]
  }
}

function isLadder(matter: Matter): matter is 'honours' | 'criticism' {
  return matter === 'honours' || matter === 'criticism'
}

function effectOf(matter: 'honours' | 'criticism'): 'add' | 'deduct' {
  return matter === 'honours' ? 'add' : 'deduct'
}

function MatterForm({ matter, ...form }: WholeFormProps & { readonly matter: Matter }) {
  const { scheme, onClose } = form
  switch (matter) {
    case 'title':
      return <TitleForm {...form} />
    case 'total':
      return <TotalForm {...form} />
    case 'window':
      return <WindowForm {...form} />
    case 'appraisees':
      return <AppraiseesForm {...form} />
    case 'cadence':
      return <CadenceForm {...form} />
    case 'rollUps':
      return <RollUpForm {...form} />
    case 'honours':
    case 'criticism': {
      const effect = effectOf(matter)
      return <LadderForm effect={effect} ladder={ladderOf(scheme.rewards, effect)} onClose={onClose} />
    }
    case 'rewardCap':
      return <RewardCapForm {...form} />
    case 'grades':
      return <GradesForm {...form} />
    case 'deadlines':
      return <DeadlinesForm {...form} />
    case 'pay':
      return <PayForm pay={scheme.pay} onClose={onClose} />
  }
}
