import type { z } from 'zod'
import type { Endpoint } from './contract/endpoint.ts'
import type { UploadedFile } from './files.ts'

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** An endpoint's parsed input. */
export type InputOf<Operation> =
  Operation extends Endpoint<infer Params, infer Query, infer Body, infer _Answer, infer Upload>
    ? {
        readonly params: Parsed<Params>
        readonly query: Parsed<Query>
        readonly body: Parsed<Body>
        readonly file: Upload extends true ? UploadedFile : null
      }
    : never
