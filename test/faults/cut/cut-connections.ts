import pg from 'pg'

/**
 * Where a connection ends: before its n-th statement reaches the database, or before the first commit that keeps
 * something, whichever comes first; or after that commit was done and before anyone heard of it.
 */
export type Cut =
  | { readonly kind: 'before'; readonly at: number }
  | { readonly kind: 'after-commit' }
  /** Nowhere. */
  | { readonly kind: 'none' }

export type Cutter = {
  readonly during: <Value>(cut: Cut, work: () => Promise<Value>) => Promise<Ran<Value>>
  readonly release: () => void
}

export type Ran<Value> = {
  readonly value: Value
  /** The statement at which it was cut; null: it was not. */
  readonly cutAt: string | null
  /** That statement would have kept what was written. */
  readonly atKeeping: boolean
  /** How many statements came after something had been kept. */
  readonly afterKeeping: number
}

/** Who has written in the transaction under way: another connection's commit, of what was only read, keeps nothing. */
type Run = { cut: Cut; statements: number; readonly writers: WeakSet<pg.Client> } & {
  -readonly [Field in Exclude<keyof Ran<unknown>, 'value'>]: Ran<unknown>[Field]
} & { hasKept: boolean }

/** Stands between the program's two roles and the driver; whatever the tests themselves ask goes through untouched. */
export function cutConnections(): Cutter {
  let armed: Run | null = null
  // oxlint-disable-next-line typescript/unbound-method -- it is applied to its own client
  const whole = pg.Client.prototype.query
  const guarded = new Proxy(whole, {
    apply: (query, client: pg.Client, given: unknown[]) => {
      const ask = (): unknown => Reflect.apply(query, client, given)
      const run = armed
      if (run === null || !isOfProduct(client)) return ask()
      const statement = textOf(given[0])
      const isKeeping = statement === 'commit' && run.writers.has(client)
      note(run, client, statement)
      if (!isCutHere(run, isKeeping)) return ask()
      run.cutAt = statement
      run.atKeeping = isKeeping
      if (run.cut.kind === 'after-commit') return doneButUnheard(client, ask())
      end(client)
      return ask()
    },
  })
  Reflect.set(pg.Client.prototype, 'query', guarded)
  return {
    during: async (cut, work) => {
      const counts = { statements: 0, afterKeeping: 0 }
      const run: Run = { cut, ...counts, cutAt: null, atKeeping: false, hasKept: false, writers: new WeakSet() }
      armed = run
      try {
        return { value: await work(), cutAt: run.cutAt, atKeeping: run.atKeeping, afterKeeping: run.afterKeeping }
      } finally {
        armed = null
      }
    },
    release: () => void Reflect.set(pg.Client.prototype, 'query', whole),
  }
}

function isCutHere({ cut, cutAt, statements }: Run, isKeeping: boolean): boolean {
  if (cutAt !== null || cut.kind === 'none') return false
  return isKeeping || (cut.kind === 'before' && cut.at === statements)
}

const writing = /^(?:insert|update|delete) |remove_sample_town/
/** What comes and goes by looking and trying alone. */
const passing = /^(?:insert into|update|delete from) "(?:session|failed_attempt|oidc_attempt)"/

function note(run: Run, client: pg.Client, statement: string): void {
  run.statements += 1
  if (run.hasKept && run.cutAt === null) run.afterKeeping += 1
  if (statement === 'commit' && run.writers.has(client)) run.hasKept = true
  if (writing.test(statement) && !passing.test(statement)) run.writers.add(client)
  if (statement === 'commit' || statement === 'rollback') run.writers.delete(client)
}

async function doneButUnheard(client: pg.Client, answer: unknown): Promise<never> {
  await answer
  end(client)
  throw new Error('Connection terminated unexpectedly')
}

function isOfProduct(client: pg.Client): boolean {
  return client.user === 'gongdao_app' || client.user === 'gongdao_sign_in'
}

/** As a cable that is pulled: nothing more is said to the other side. */
function end(client: pg.Client): void {
  const stream: unknown = Reflect.get(fieldOf(client, 'connection'), 'stream')
  const destroy = Reflect.get(fieldOf(fieldOf(client, 'connection'), 'stream'), 'destroy')
  if (typeof destroy !== 'function') throw new Error('the driver keeps its socket elsewhere')
  Reflect.apply(destroy, stream, [])
}

function fieldOf(whole: object, name: string): object {
  const field: unknown = Reflect.get(whole, name)
  if (typeof field !== 'object' || field === null) throw new Error(`the driver has no ${name}`)
  return field
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked
  const isQuery = typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string'
  return isQuery ? String(asked.text) : '?'
}
