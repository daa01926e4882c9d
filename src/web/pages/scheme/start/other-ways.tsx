import { Button, Form, Input, Select } from 'antd'
import { schemeEndpoints, type DraftHead, type Workbench } from '../../../../http/contract/schemes.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { ErrorState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { momentText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import styles from './start.module.css'

type Props = { readonly onDone: (workbench: Workbench) => void }

/** A copy of what was adopted before, last year's too; the latest is offered first. */
export function CopyVersion({ onDone, first }: Props & { readonly first: number | null }) {
  const words = useText(schemeVersionsText).start
  const text = useText(schemeText).versions
  const versions = useAnswer(schemeEndpoints.listSchemeVersions, {})
  const copy = useCommand(schemeEndpoints.startDraftFromVersion, { onDone })
  const newestFirst = (versions.data?.versions ?? []).toSorted((left, right) => right.version - left.version)
  const [latest] = newestFirst
  if (latest === undefined) return null
  return (
    <section className={styles.way}>
      <h3>{words.copy}</h3>
      <p className="quiet">{words.copyHint}</p>
      <Form<{ version: number }>
        layout="vertical"
        initialValues={{ version: first ?? latest.version }}
        onFinish={(form) => copy.mutate({ body: form })}
      >
        <Form.Item name="version" label={words.copyWhich}>
          <Select
            options={newestFirst.map(({ version, effectiveFrom, basis }) => ({
              value: version,
              label: `${text.version(version)}（${effectiveFrom}，${basis}）`,
            }))}
          />
        </Form.Item>
        <Button htmlType="submit" type={first === null ? 'default' : 'primary'} loading={copy.isPending}>
          {words.copySubmit}
        </Button>
      </Form>
    </section>
  )
}

/** For a town whose regulation exists on paper only. */
export function BlankDraft({ onDone }: Props) {
  const words = useText(schemeVersionsText).start
  const text = useText(schemeText)
  const start = useCommand(schemeEndpoints.startBlankDraft, { onDone })
  return (
    <section className={styles.way}>
      <h3>{words.blank}</h3>
      <p className="quiet">{words.blankHint}</p>
      <Form<{ title: string }> layout="vertical" onFinish={(form) => start.mutate({ body: form })}>
        <Form.Item
          name="title"
          label={text.intake.name}
          rules={[{ required: true, whitespace: true, message: text.edit.titleNeeded }]}
        >
          <Input placeholder={text.intake.namePlaceholder} maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" loading={start.isPending}>
          {text.intake.blankSubmit}
        </Button>
      </Form>
    </section>
  )
}

/** Drafts that were put aside; nothing done to them is lost. */
export function EarlierDrafts({ onDone }: Props) {
  const words = useText(schemeVersionsText).start
  const answer = useAnswer(schemeEndpoints.listDrafts, {})
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const drafts = (answer.data?.drafts ?? []).filter(({ state }) => state === 'discarded')
  if (drafts.length === 0) return null
  return (
    <section className={styles.way}>
      <h3>{words.drafts}</h3>
      <p className="quiet">{words.draftsHint}</p>
      <ul className={styles.drafts}>
        {drafts.map((draft) => (
          <EarlierDraft key={draft.draftId} draft={draft} onDone={onDone} />
        ))}
      </ul>
    </section>
  )
}

function EarlierDraft({ draft, onDone }: Props & { readonly draft: DraftHead }) {
  const words = useText(schemeVersionsText).start
  const reopen = useCommand(schemeEndpoints.reopenDraft, { onDone })
  const origin = draft.fileName ?? words.from[draft.startedFrom]
  return (
    <li>
      <div>
        <p>{draft.title}</p>
        <p className="quiet">
          {origin} · {words.steps(draft.steps)}
        </p>
        <p className="quiet">{words.changed(momentText(draft.changedAt), draft.closedBy ?? draft.createdBy)}</p>
      </div>
      <Button
        size="small"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ params: { draftId: draft.draftId }, body: {} })}
      >
        {words.reopen}
      </Button>
    </li>
  )
}
