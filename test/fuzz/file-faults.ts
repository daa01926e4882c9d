import { regulationFileWords } from '../../src/documents/regulation-file-words.ts'
import { readRegulationFile } from '../../src/documents/regulation-text.ts'
import { faultOf } from './compile-faults.ts'
import type { NamedFile } from './file-mutations.ts'

/** Enough to see that what was read can be compiled; long texts are tried as texts. */
const longestCompiled = 3_000

/** What is wrong with the reading of a file, or null: it gives a text that compiles, or one Chinese sentence. */
export async function faultOfFile({
  name,
  bytes,
}: NamedFile): Promise<{ readonly fault: string | null; readonly isRead: boolean }> {
  try {
    const answer = await readRegulationFile(bytes, name)
    if (answer.ok) return { fault: faultOf(answer.value.text.slice(0, longestCompiled)), isRead: true }
    const sentence = regulationFileWords(answer.refusal)
    const isClear =
      sentence.startsWith(`“${name}”`) && /^[^\n]+。$/.test(sentence) && !/error|undefined|null/i.test(sentence)
    return { fault: isClear ? null : `说不清楚：${sentence}`, isRead: false }
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : '抛出的不是错误'
    return { fault: `读文件：${fault}`, isRead: false }
  }
}
