import { Alert, Button, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { Diagnostic } from '../../../domain/regulation/diagnostic.ts'
import { adoptionEndpoints } from '../../../http/contract/adoption.ts'
import { schemeEndpoints, type Workbench } from '../../../http/contract/schemes.ts'
import { messageOf } from '../../parts/api.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { firstDayOfNext } from './first-day.ts'
import styles from './scheme-page.module.css'
import { categorySum, schemeSum } from './workbench/outline-sums.ts'
import { Sum } from './workbench/outline-row.tsx'
import { diagnosticId } from './workbench/text-marks.ts'
import { useWorkbench } from './workbench/workbench-context.ts'
import type { WorkbenchModel } from './workbench/workbench-model.ts'

type AdoptionForm = { readonly effectiveFrom: Dayjs; readonly basis: string; readonly note: string }

/** 提请领导小组通过: what blocks it, what is proposed, since when and on what decision. */
export function Adoption({
  workbench,
  onProposed,
  onLeave,
}: {
  readonly workbench: Workbench
  readonly onProposed: () => void
  readonly onLeave: () => void
}) {
  const text = useText(schemeText)
  const words = text.adoption
  const { model, choose } = useWorkbench()
  const versions = useAnswer(schemeEndpoints.listSchemeVersions, {})
  const propose = useCommand(adoptionEndpoints.proposeAdoption, { quiet: true, onDone: onProposed })
  const openWarnings = model.pending.length - model.blocking.length
  const first = model.pending.find((finding) => !model.blocking.includes(finding))
  const onGo = (finding: Diagnostic) => {
    onLeave()
    choose({ kind: 'diagnostic', id: diagnosticId(finding) })
  }
  const submit = (form: AdoptionForm) => {
    const effectiveFrom = form.effectiveFrom.format('YYYY-MM-DD')
    propose.mutate({
      params: { draftId: workbench.draftId },
      body: { revision: workbench.revision, basis: form.basis, note: form.note, effectiveFrom },
    })
  }
  return (
    <div className={styles.adoption}>
      <p className="quiet">{words.intro}</p>
      {propose.error !== null && <Alert type="error" showIcon title={messageOf(propose.error)} role="alert" />}
      <Blockers model={model} onGo={onGo} />
      {openWarnings > 0 && first !== undefined && (
        <Alert
          type="warning"
          showIcon
          title={words.warnings(openWarnings)}
          action={
            <Button size="small" onClick={() => onGo(first)}>
              {words.look}
            </Button>
          }
        />
      )}
      <div className={styles.summary}>
        <h3>{words.summary}</h3>
        <p>
          <span>{model.scheme.title}</span>
          <Sum sum={schemeSum(model.scheme)} />
        </p>
        {model.scheme.categories.map((category) => (
          <p key={category.id} className="quiet">
            <span>{category.title}</span>
            <Sum sum={categorySum(category)} />
          </p>
        ))}
        <p className="quiet">{text.bar.rules(model.rules.size)}</p>
      </div>
      {versions.isPending ? (
        <LoadingState rows={3} />
      ) : (
        <ProposalForm
          versions={versions.data?.versions ?? []}
          isOpen={workbench.adoptable}
          isSending={propose.isPending}
          onSubmit={submit}
        />
      )}
    </div>
  )
}

/** Since when and on what decision; shown once the versions are known, which say what day to offer. */
function ProposalForm({
  versions,
  isOpen,
  isSending,
  onSubmit,
}: {
  readonly versions: Parameters<typeof firstDayOfNext>[0]
  readonly isOpen: boolean
  readonly isSending: boolean
  readonly onSubmit: (form: AdoptionForm) => void
}) {
  const words = useText(schemeText).adoption
  const [year] = useAssessmentYear()
  const { today } = useSession()
  return (
    <Form<AdoptionForm>
      layout="vertical"
      initialValues={{
        effectiveFrom: dayjs(firstDayOfNext(versions, year, today)),
        basis: '',
        note: '',
      }}
      onFinish={onSubmit}
      disabled={!isOpen}
    >
      <Form.Item
        name="effectiveFrom"
        label={words.effectiveFrom}
        extra={words.effectiveFromHint}
        rules={[{ required: true, message: words.dayNeeded }]}
      >
        <DatePicker allowClear={false} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={words.basis}
        rules={[{ required: true, whitespace: true, message: words.basisNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} placeholder={words.basisPlaceholder} />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} placeholder={words.notePlaceholder} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isSending}>
        {words.submit}
      </Button>
    </Form>
  )
}

function Blockers({
  model,
  onGo,
}: {
  readonly model: WorkbenchModel
  readonly onGo: (finding: Diagnostic) => void
}) {
  const words = useText(schemeText).adoption
  if (model.rules.size === 0) return <Alert type="error" showIcon title={words.noRules} />
  if (model.blocking.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      title={words.blocked(model.blocking.length)}
      description={
        <ol className={styles.blockers}>
          {model.blocking.map((finding, at) => (
            <li key={`${finding.code}-${String(at)}`}>
              <button type="button" className={styles.blocker} onClick={() => onGo(finding)}>
                {finding.message}
              </button>
            </li>
          ))}
        </ol>
      }
    />
  )
}
