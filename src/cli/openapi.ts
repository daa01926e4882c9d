import { describeApi } from '../http/api-description/describe-api.ts'
import type { CliStreams } from './streams.ts'

/** `gongdao openapi`: prints the API's description. */
export async function openapiCommand(_args: readonly string[], streams: CliStreams): Promise<number> {
  streams.out(`${JSON.stringify(describeApi(), null, 2)}\n`)
  return 0
}
