import type { TaskColumn } from '../../domain/registers/task/task-progress.ts'
import type { TaskBody } from '../../domain/registers/task/task-record.ts'

/** One task as the board shows it. */
export type TaskCard = {
  readonly id: string
  readonly revision: number
  readonly kind: TaskBody['kind']
  readonly title: string
  readonly column: TaskColumn
  readonly stateWords: string
  /** 会议：3月2日党政联席会; null: nobody has said. */
  readonly sourceWords: string | null
  readonly wanted: string | null
  readonly office: string | null
  readonly people: readonly { readonly staffNumber: string; readonly name: string }[]
  readonly first: string
  readonly last: string
  /** Of a task, and of an incident's report, by the town's clock: 2026-03-09 17:00; null: of a recurring duty. */
  readonly dueAt: string | null
  /** Whole minutes until then, below 0 since; null where nothing runs. */
  readonly minutesLeft: number | null
  /** It ended, or came, after its deadline. */
  readonly isLate: boolean
  readonly windows: readonly {
    readonly first: string
    readonly last: string
    readonly due: number
    readonly handedIn: number
    readonly missing: number
    readonly isEnded: boolean
  }[]
  readonly windowWords: string | null
  readonly handings: TaskBody['handings']
  readonly by: string
  /** What the asker may do with it now. */
  readonly may: {
    readonly handIn: boolean
    readonly report: boolean
    readonly judge: boolean
    readonly assign: boolean
  }
  /** It is the asker's own. */
  readonly isMine: boolean
}

export type TaskBoard = { readonly year: number; readonly tasks: readonly TaskCard[] }
