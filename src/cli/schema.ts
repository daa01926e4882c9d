import { schemeJsonSchema } from '../domain/scheme/scheme-json-schema.ts'
import type { CliStreams } from './streams.ts'

/** `gongdao schema`: prints the JSON Schema of the scheme file. */
export async function schemaCommand(_args: readonly string[], streams: CliStreams): Promise<number> {
  streams.out(`${JSON.stringify(schemeJsonSchema(), null, 2)}\n`)
  return 0
}
