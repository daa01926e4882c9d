import type { z } from 'zod'
import type { Action } from '../../policies/policy-table.ts'

/**
 * Who may call: anyone, anyone signed in, or whom the policy table allows the named action (or one of several).
 * Every endpoint says so, or the build fails.
 */
export type Access = 'public' | 'signed-in' | { readonly action: Action | readonly Action[] }

declare const answerType: unique symbol
/** Carries the type of the answer's JSON body; nothing exists of it at run time. */
export type Answer<Body> = { readonly [answerType]?: Body }

export function answer<Body>(): Answer<Body> {
  return {}
}

/** The answer of an endpoint that `answers: 'redirect'`: a page of this site. */
export type Redirect = { readonly location: string }

/** No larger file is taken; pages say so before they send it. */
export const uploadLimitMegabytes = 20

/** One operation of the API: what the server must implement and the web may call. */
export type Endpoint<
  Params extends z.ZodType | undefined = z.ZodType | undefined,
  Query extends z.ZodType | undefined = z.ZodType | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  AnswerBody = unknown,
  Upload extends boolean = boolean,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `{name}` for path parameters. */
  readonly path: string
  readonly access: Access
  /**
   * May be called while a second factor is still missing: `always`, or only `to-set-up`, by who has none yet. All other
   * endpoints that are not public then answer second-factor-needed.
   */
  readonly beforeSecondFactor?: 'always' | 'to-set-up'
  /**
   * The answer shows pay or others' scores: a look is kept in the audit, the same look once in ten minutes. Writes and
   * files are kept in any case. What one is about to do to a score (previews) is kept by the deed itself.
   */
  readonly audited?: 'look'
  readonly params?: Params
  readonly query?: Query
  /** JSON body; an endpoint with `upload` takes multipart/form-data with one `file` and these fields as text. */
  readonly body?: Body
  readonly upload?: Upload
  /** Of an upload, where no more than `uploadLimitMegabytes` is not little enough; also of a JSON body. */
  readonly mostMegabytes?: number
  /** Of a public endpoint: neither the page sends the session's cookie along, nor does the server look at one. */
  readonly withoutCookies?: true
  /** A POST that only asks (a preview): it runs on a snapshot and waits for no writer. */
  readonly readsOnly?: boolean
  /** The caller sends an `Idempotency-Key`; the same key and body is answered again, another body refused. */
  readonly idempotent?: boolean
  /** `file`: the answer is a download, not JSON. `redirect`: the browser is sent on to a page. */
  readonly answers?: 'json' | 'file' | 'redirect'
  readonly answer: Answer<AnswerBody>
}

export function endpoint<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  AnswerBody = unknown,
  Upload extends boolean = false,
>(
  definition: Endpoint<Params, Query, Body, AnswerBody, Upload>,
): Endpoint<Params, Query, Body, AnswerBody, Upload> {
  return definition
}

export type AnswerOf<Operation> =
  Operation extends Endpoint<infer _P, infer _Q, infer _B, infer AnswerBody> ? AnswerBody : never

/** Every refusal and error has this shape; `message` is a Chinese sentence fit for the screen. */
export type ErrorAnswer = {
  readonly error: {
    readonly code: string
    readonly message: string
    /** Where in the input: a field path, or a row and column of a sheet. */
    readonly place?: string
    /** Set on faults of ours: what to look for in the server's log. */
    readonly logId?: string
  }
}
