import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { CalendarWindow } from '../../../../domain/primitives/local-date.ts'
import type { Post, RollUp, Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { EditForm } from './edit-form.tsx'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'

export type WholeFormProps = { readonly scheme: Scheme; readonly onClose: () => void }

export function TitleForm({ scheme, onClose }: WholeFormProps) {
  const text = useText(schemeText).edit
  const words = useText(schemeWholeText)
  const [title, type] = useState(scheme.title)
  const isEmpty = title.trim() === ''
  return (
    <EditForm
      edit={isEmpty ? null : { act: 'set-title', title: title.trim() }}
      onDone={onClose}
      onCancel={onClose}
    >
      {(tried) => (
        <Labelled label={words.title} error={tried && isEmpty ? text.titleNeeded : undefined}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={200}
              value={title}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </Labelled>
      )}
    </EditForm>
  )
}

export function TotalForm({ scheme, onClose }: WholeFormProps) {
  const text = useText(schemeText).edit
  const words = useText(schemeWholeText)
  const [typed, type] = useState(scheme.total === null ? '100' : String(scheme.total / 100))
  const total = plainNumber(typed)
  return (
    <EditForm edit={total === null ? null : { act: 'set-total', total }} onDone={onClose} onCancel={onClose}>
      {(tried) => (
        <Labelled
          label={words.total}
          error={(tried || typed.trim() !== '') && total === null ? text.pointsNeeded : undefined}
        >
          {(id) => (
            <Input
              id={id}
              autoFocus
              inputMode="decimal"
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </Labelled>
      )}
    </EditForm>
  )
}

export function WindowForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWholeText)
  const [window, choose] = useState<CalendarWindow>(scheme.window ?? 'year')
  return (
    <EditForm edit={{ act: 'set-window', window }} onDone={onClose} onCancel={onClose}>
      {() => (
        <>
          <Labelled label={words.window}>
            {(id) => (
              <Radio.Group
                id={id}
                value={window}
                options={(['year', 'quarter', 'month'] as const).map((value) => ({
                  value,
                  label: words.windows[value],
                }))}
                onChange={(event: { target: { value?: CalendarWindow } }) => choose(event.target.value ?? 'year')}
              />
            )}
          </Labelled>
          <p className={styles.place}>{words.windowHint}</p>
        </>
      )}
    </EditForm>
  )
}

const leaders = [
  { post: '分管领导', means: ['工作人员'] },
  { post: '主要领导', means: ['分管领导', '工作人员'] },
] as const satisfies readonly { post: Post; means: readonly Post[] }[]

/** Who is scored by the mean of whom; a leader without a choice is scored like staff. */
export function RollUpForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWholeText)
  const [rollUps, setRollUps] = useState<readonly Pick<RollUp, 'post' | 'of'>[]>(scheme.rollUps)
  const choose = (post: Post, of: Post | null) => {
    const others = rollUps.filter((rollUp) => rollUp.post !== post)
    setRollUps(of === null ? others : [...others, { post, of }])
  }
  return (
    <EditForm
      edit={{ act: 'set-roll-ups', rollUps: rollUps.map(({ post, of }) => ({ post, of })) }}
      onDone={onClose}
      onCancel={onClose}
    >
      {() =>
        leaders.map(({ post, means }) => {
          const chosen = rollUps.find((rollUp) => rollUp.post === post)?.of ?? null
          // What the scheme says already stays on offer, however rare.
          const offered = new Set<Post>(chosen === null ? means : [...means, chosen])
          return (
            <Labelled key={post} label={words.rollUpOf(post)}>
              {(id) => (
                <Select<Post | ''>
                  id={id}
                  value={chosen ?? ''}
                  options={[
                    { value: '', label: words.scoredAlike },
                    ...[...offered].map((mean) => ({ value: mean, label: meanWords(words, post, mean) })),
                  ]}
                  onChange={(value) => choose(post, value === '' ? null : value)}
                  style={{ width: '100%' }}
                />
              )}
            </Labelled>
          )
        })
      }
    </EditForm>
  )
}

/** A deputy's mean is taken over the offices in charge, not over the whole town. */
export function meanWords(words: (typeof schemeWholeText)['zh'], post: Post, of: Post): string {
  return post === '分管领导' && of === '工作人员' ? words.meanOfOwn : words.meanOf(of)
}
