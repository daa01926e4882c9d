import { Logger, parseCronItems, run, runMigrations, type Runner } from 'graphile-worker'
import pg from 'pg'
import { queueSchema, remindTask } from './job-queue-names.ts'
import { MigrationRefused } from './migrate.ts'

/** Says nothing: a job's payload and error may speak of people. What goes wrong is told by `onFault`. */
const quiet = new Logger(() => () => {})

/** Any constant of its own: two programs that start at once prepare the queue one after the other. */
const lockKey = 4_680_002

/** Tables as graphile-worker 0.17 has them, and what the application's role needs of each to take and finish jobs. */
const grants = `
  grant usage on schema ${queueSchema} to gongdao_app;
  grant select on ${queueSchema}.migrations to gongdao_app;
  grant select, insert, update, delete on ${queueSchema}._private_jobs to gongdao_app;
  grant select, insert, update on ${queueSchema}._private_job_queues to gongdao_app;
  grant select, insert, update on ${queueSchema}._private_known_crontabs to gongdao_app;
  grant select, insert on ${queueSchema}._private_tasks to gongdao_app;
`

/** Its tables are behind row-level security without any policy: nobody but their owner reads them until told so. */
const guarded = ['_private_jobs', '_private_job_queues', '_private_known_crontabs', '_private_tasks']

/** Makes the queue's schema as the owner of the tables, and lets the application's role work in it. */
export async function prepareJobQueue(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await runMigrations({ pgPool: pool, schema: queueSchema, logger: quiet }).catch(refuseUncreatable)
    await client.query('begin')
    await client.query(grants)
    for (const table of guarded) {
      await client.query(`drop policy if exists of_application on ${queueSchema}.${table}`)
      await client.query(
        `create policy of_application on ${queueSchema}.${table} to gongdao_app using (true) with check (true)`,
      )
    }
    await client.query('commit')
  } finally {
    client.release(true)
    await pool.end()
  }
}

function refuseUncreatable(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === '42501')
    throw new MigrationRefused(
      `数据库的主人不能在库里建 schema，提醒的任务队列建不起来；请让管理员执行 grant create on database … to 该用户，再启动。`,
    )
  throw error
}

/** What a job does; its payload is what was queued, unparsed. Throwing tries again later, a few times. */
export type Task = (payload: unknown) => Promise<void>

export type JobQueue = {
  /** Now, besides by the clock; one that waits under the same key is enough. */
  readonly add: (task: string, payload: object, key: string) => Promise<void>
  /** Waits for the jobs under way. */
  readonly stop: () => Promise<void>
}

export type JobQueueOptions = {
  readonly appUrl: string
  readonly tasks: Readonly<Record<string, Task>>
  /** Cron pattern, UTC, of the hourly task. */
  readonly schedule: string
  readonly onFault: (task: string, error: unknown) => void
}

/** So long between looks for jobs whose notice was missed, and before a queue that failed is started again. */
const pollMs = 5_000

/**
 * Takes jobs from the queue inside this process, as gongdao_app on a pool of its own, until it is stopped. A PostgreSQL
 * that restarts interrupts it; it goes on as soon as it can.
 */
export async function startJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const pool = new pg.Pool({ connectionString: options.appUrl, max: 5, application_name: 'gongdao jobs' })
  // Broken connections are replaced; without listeners they would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  let isStopping = false
  let runner: Runner | null = null
  let again: NodeJS.Timeout | null = null
  const start = async (): Promise<void> => {
    const started = await run({
      pgPool: pool,
      noHandleSignals: true,
      preset: {
        worker: {
          schema: queueSchema,
          logger: quiet,
          concurrentJobs: 2,
          pollInterval: pollMs,
          // In batches, since a single job that cannot be marked as done for want of a database is a rejection that
          // nobody hears, which ends the process; a batch ends the runner, which is started again.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      taskList: Object.fromEntries(
        Object.entries(options.tasks).map(([name, task]) => [name, noted(name, task, options.onFault)]),
      ),
      parsedCronItems: parseCronItems([
        { task: remindTask, match: options.schedule, options: { maxAttempts: 2 } },
      ]),
    })
    runner = started
    started.promise.then(restart, restart)
  }
  const restart = (): void => {
    runner = null
    if (isStopping) return
    again = setTimeout(() => void start().catch(restart), pollMs)
  }
  await start()
  return {
    add: async (task, payload, key) => {
      await pool.query(
        `select from ${queueSchema}.add_job($1, payload => $2::json, max_attempts => 3, job_key => $3)`,
        [task, JSON.stringify(payload), key],
      )
    },
    stop: async () => {
      isStopping = true
      if (again !== null) clearTimeout(again)
      await runner?.stop().catch(() => {})
      await pool.end()
    },
  }
}

/** The queue keeps and logs a failed job's message: what really happened goes to the server's log alone. */
function noted(name: string, task: Task, onFault: JobQueueOptions['onFault']): Task {
  return async (payload) => {
    const isDone = await task(payload).then(
      () => true,
      (error: unknown) => {
        onFault(name, error)
        return false
      },
    )
    if (!isDone) throw new Error('failed')
  }
}
