import { describeApi } from '../../src/http/api-description/describe-api.ts'
import { answerJudge, type FindFaults } from '../fuzz/api/answer-faults.ts'

let judge: FindFaults | null = null

/**
 * Whatever a test asks is also held against the published description: its status, its schema, its Chinese sentence.
 * Faults of the server are left to the test, which may want one.
 */
export async function expectDescribed(method: string, path: string, response: Response): Promise<void> {
  if (response.status >= 500) return
  judge ??= answerJudge(describeApi(), { headers: false })
  const body = Buffer.from(await response.arrayBuffer())
  const faults = judge(method, path, {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
  })
  if (faults.length > 0) throw new Error(`${method} ${path} 的应答与接口说明不符：${faults.join('；')}`)
}
