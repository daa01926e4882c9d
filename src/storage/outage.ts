import type { Outage } from '../commands/outage.ts'

/** The database broke off while it was asked to keep what was done: it may have, or not. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection broke off during commit', { cause })
    this.name = 'OutcomeUnknown'
  }
}

/** The store that files are kept in gave no proper answer. */
export class FilesUnreachable extends Error {
  /** null: none at all. */
  readonly status: number | null

  constructor(reason: string, status: number | null) {
    super(reason)
    this.name = 'FilesUnreachable'
    this.status = status
  }
}

/** Of the network and of PostgreSQL: class 08, and ends that an administrator or a crash brings about. */
const brokenCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|57P0\d|53300)$/
/** The client's own words have no code. */
const brokenWords =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect|^Client was closed/
const fullCodes = /^(53100|ENOSPC|EDQUOT)$/

/** What has failed outside the program, by the error or whatever caused it; null: the fault is ours. */
export function outageOf(error: unknown): Outage | null {
  const chain = causesOf(error)
  if (chain.some((one) => fullCodes.test(codeOf(one)))) return 'disk-full'
  if (chain.some((one) => one instanceof OutcomeUnknown)) return 'outcome-unknown'
  if (chain.some((one) => one instanceof FilesUnreachable)) return 'files-unreachable'
  return chain.some(isBrokenOff) ? 'database-unreachable' : null
}

/** Whether the connection itself is gone, and not only the query refused. */
export function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && (brokenCodes.test(codeOf(error)) || brokenWords.test(error.message))
}

function causesOf(error: unknown): readonly unknown[] {
  const inner = error instanceof AggregateError ? error.errors : error instanceof Error ? [error.cause] : []
  return [error, ...inner.filter((cause) => cause !== undefined).flatMap(causesOf)]
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
