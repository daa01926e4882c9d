import { createHash } from 'node:crypto'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

/** Answers given under a key, kept in the same transaction as the work (SPEC §3: same key, one entry). */
export type AnswerStore = {
  readonly find: (key: string) => Promise<GivenAnswer | null>
  readonly keep: (given: GivenAnswer & { readonly key: string; readonly at: Date }) => Promise<void>
}
type GivenAnswer = { readonly operation: string; readonly bodyHash: string; readonly answer: unknown }

export type IdempotencyRefusal =
  | { readonly code: 'idempotency-key-missing' }
  | { readonly code: 'idempotency-key-malformed' }
  | { readonly code: 'idempotency-key-reused' }

/** The caller's key, 1 to 200 visible ASCII characters. */
export function readIdempotencyKey(header: string | undefined): Result<string, IdempotencyRefusal> {
  if (header === undefined || header === '') return refuse({ code: 'idempotency-key-missing' })
  return /^[\x21-\x7e]{1,200}$/.test(header) ? accept(header) : refuse({ code: 'idempotency-key-malformed' })
}

/**
 * What was asked and by whom, as one hash: the parsed input (its fields in the contract's order) and the file. Another
 * account under the same key asks another question, and is not given the first one's answer.
 */
export function bodyHashOf(
  input: {
    readonly params: unknown
    readonly query: unknown
    readonly body: unknown
    readonly file: { readonly bytes: Uint8Array } | null
  },
  by: string,
): string {
  const { params, query, body, file } = input
  const hash = createHash('sha256').update(JSON.stringify([by, params ?? null, query ?? null, body ?? null]))
  if (file !== null) hash.update('\0').update(file.bytes)
  return hash.digest('hex')
}

/**
 * Does the work once per key: the first answer is kept and given again to the same question; another question under
 * the same key is refused. The town's write lock makes a concurrent duplicate wait for the first one's answer.
 */
export async function answerOnce<Value, Refusal>(
  question: { readonly key: string; readonly operation: string; readonly bodyHash: string },
  at: Date,
  answers: AnswerStore,
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<unknown, Refusal | IdempotencyRefusal>> {
  const { key, operation, bodyHash } = question
  const given = await answers.find(key)
  if (given !== null)
    return given.operation === operation && given.bodyHash === bodyHash
      ? accept(given.answer)
      : refuse({ code: 'idempotency-key-reused' })
  const outcome = await work()
  if (outcome.ok) await answers.keep({ key, operation, bodyHash, answer: outcome.value, at })
  return outcome
}
