import { App, Button, Dropdown, Segmented } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { anyRegister } from '../../../../domain/registers/register-definition.ts'
import { taskFormOf, withKind } from '../../../../domain/registers/task/task-form.ts'
import { taskBodySchema, taskKinds, type TaskKind } from '../../../../domain/registers/task/task-record.ts'
import { taskEndpoints, type TaskCard } from '../../../../http/contract/registers/tasks.ts'
import { call } from '../../../parts/api.ts'
import { useAssessmentYear } from '../../../parts/assessment-year.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { RecordFormDrawer } from '../../../parts/register/record-form.tsx'
import { useMay, useSession } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useUrlState } from '../../../parts/url-state.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { tasksText } from '../../../text/tasks.ts'
import { DutyLine, TaskCardButton } from './task-card.tsx'
import { TaskDrawer } from './task-drawer.tsx'
import styles from './task.module.css'

const columns = ['open', 'handed-in', 'overdue', 'ended'] as const
type Column = (typeof columns)[number]
const defaults = { whose: '', column: '', task: '' } as const satisfies Readonly<Record<string, string>>
type State = { readonly [Field in keyof typeof defaults]: string }

/** 待办 已交 逾期 办结, and the recurring duties below; on a phone one column at a time. */
export function TaskBoardPane({ choice }: { readonly choice: ReactNode }) {
  const text = useText(tasksText)
  const may = useMay()
  const isPhone = useIsPhone()
  const { staffNumber } = useSession()
  const [year] = useAssessmentYear()
  const [state, change] = useUrlState<State>(defaults)
  const answer = useAnswer(taskEndpoints.readTaskBoard, { query: { year } })
  const tasks = answer.data?.tasks
  const hasOwn = tasks?.some(({ isMine }) => isMine) === true
  const startsWithOwn = staffNumber !== null && hasOwn && !may('task.assign')
  const whose = state.whose === '' ? (startsWithOwn ? 'mine' : 'all') : state.whose
  const shown = (tasks ?? []).filter(({ isMine }) => whose !== 'mine' || isMine)
  const single = shown.filter(({ kind }) => kind !== 'recurring')
  const of = (column: Column) => single.filter((task) => task.column === column)
  const busiest = columns.find((column) => column !== 'ended' && of(column).length > 0) ?? 'open'
  const current =
    columns.find((column) => column === state.column) ?? (of('overdue').length > 0 ? 'overdue' : busiest)
  const opened = tasks?.find(({ id }) => id === state.task)
  const open = ({ id }: TaskCard) => change({ task: id })
  return (
    <>
      <PageHeader title={text.page.title} subtitle={text.page.intro} actions={<AssignButton />} />
      <div className={styles.bar}>
        {choice}
        {hasOwn && (
          <Segmented
            value={whose}
            onChange={(next) => change({ whose: next })}
            options={[
              { value: 'mine', label: text.mine },
              { value: 'all', label: text.all },
            ]}
          />
        )}
      </div>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {tasks === undefined && answer.error === null && <LoadingState rows={8} />}
      {tasks?.length === 0 && <EmptyState title={text.page.empty}>{text.page.emptyHint}</EmptyState>}
      {tasks !== undefined && tasks.length > 0 && (
        <>
          {isPhone && (
            <Segmented
              block
              value={current}
              onChange={(next) => change({ column: next })}
              options={columns.map((column) => ({
                value: column,
                label: `${text.columns[column]} ${String(of(column).length)}`,
              }))}
            />
          )}
          <div className={styles.columns}>
            {columns
              .filter((column) => !isPhone || column === current)
              .map((column) => (
                <section key={column} className={styles.column} aria-label={text.columns[column]}>
                  {!isPhone && (
                    <h2 className={styles.columnTitle}>
                      {text.columns[column]} <span className="figure">{of(column).length}</span>
                    </h2>
                  )}
                  {of(column).length === 0 && <p className="quiet">{text.columnEmpty}</p>}
                  {of(column).map((task) => (
                    <TaskCardButton key={task.id} task={task} onOpen={() => open(task)} />
                  ))}
                </section>
              ))}
          </div>
          <Duties tasks={shown.filter(({ kind }) => kind === 'recurring')} year={year} onOpen={open} />
        </>
      )}
      {opened !== undefined && <TaskDrawer task={opened} onClose={() => change({ task: '' })} />}
    </>
  )
}

type DutiesProps = {
  readonly tasks: readonly TaskCard[]
  readonly year: number
  readonly onOpen: (task: TaskCard) => void
}

function Duties({ tasks, year, onOpen }: DutiesProps) {
  const text = useText(tasksText)
  const may = useMay()
  const { message } = App.useApp()
  const [key, renewKey] = useIdempotencyKey()
  const renew = useCommand(taskEndpoints.renewRecurringDuties, {
    onDone: ({ added, known }) => {
      renewKey()
      void message.success(text.renewed(added, known))
    },
  })
  const standing = tasks.filter(({ column }) => column !== 'ended')
  if (standing.length === 0) return null
  return (
    <section className={styles.duties} aria-label={text.duties}>
      <div className={styles.dutiesHead}>
        <h2 className={styles.columnTitle}>{text.duties}</h2>
        <span className="quiet">{text.dutiesHint}</span>
        {may('task.assign') && (
          <Button
            size="small"
            loading={renew.isPending}
            onClick={() => renew.mutate({ body: { year: year + 1 }, idempotencyKey: key })}
          >
            {text.renew(year + 1)}
          </Button>
        )}
      </div>
      {standing.map((task) => (
        <DutyLine key={task.id} task={task} onOpen={() => onOpen(task)} />
      ))}
    </section>
  )
}

/** The kind first; then a form with no more than that kind asks. */
function AssignButton() {
  const text = useText(tasksText)
  const may = useMay()
  const [kind, choose] = useState<TaskKind | null>(null)
  const register = useMemo(() => (kind === null ? null : anyRegister(taskFormOf(kind))), [kind])
  if (!may('task.assign')) return null
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: taskKinds.map((one) => ({ key: one, label: text.kinds[one], onClick: () => choose(one) })),
        }}
      >
        <Button type="primary">{text.assign}</Button>
      </Dropdown>
      {register !== null && kind !== null && (
        <RecordFormDrawer
          key={kind}
          register={register}
          record={null}
          onSave={(form, { idempotencyKey }) =>
            call(taskEndpoints.addTask, {
              body: { ...form, body: taskBodySchema.parse(withKind(form.body, kind)) },
              idempotencyKey,
            })
          }
          onClose={() => choose(null)}
        />
      )}
    </>
  )
}
