import { Segmented } from 'antd'
import { taskDefinition } from '../../../../domain/registers/task/task-record.ts'
import { taskEndpoints } from '../../../../http/contract/registers/tasks.ts'
import { RecordFiles } from '../../../parts/register/record-files.tsx'
import { RegisterPage } from '../../../parts/register/register-page.tsx'
import { useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { tasksText } from '../../../text/tasks.ts'
import { TaskBoardPane } from './task-board.tsx'

const operations = {
  list: taskEndpoints.listTasks,
  change: taskEndpoints.changeTask,
  withdraw: taskEndpoints.withdrawTask,
}
const defaults = { view: 'board' } as const satisfies Readonly<Record<string, string>>

/** 督办: a board by how far things are, and the whole list for looking up, sheets and corrections. */
export function TaskPage() {
  const text = useText(tasksText)
  const [{ view }, change] = useUrlState<{ readonly view: string }>(defaults)
  const choice = (
    <Segmented
      value={view === 'list' ? 'list' : 'board'}
      onChange={(next) => change({ view: next })}
      options={[
        { value: 'board', label: text.board },
        { value: 'list', label: text.list },
      ]}
    />
  )
  if (view !== 'list') return <TaskBoardPane choice={choice} />
  return (
    <RegisterPage
      definition={taskDefinition}
      operations={operations}
      text={text.page}
      toolbar={choice}
      renderEvidence={(record) => <RecordFiles recordId={record.id} mayAdd={false} />}
    />
  )
}
