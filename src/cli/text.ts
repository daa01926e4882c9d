import { readRegulation } from './read-regulation.ts'
import type { CliStreams } from './streams.ts'

/** `gongdao text FILE`: the stored text, exactly, which all offsets count in. Exit 0, or 2 when there is none. */
export async function textCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const [path, ...rest] = args
  if (path === undefined || rest.length > 0 || (path.startsWith('-') && path !== '-')) {
    streams.err('用法：gongdao text 文件（.txt .docx .doc .xlsx .md .html，- 为标准输入）\n')
    return 2
  }
  const answer = await readRegulation(path, streams)
  if ('sentence' in answer) {
    streams.err(`${answer.sentence}\n`)
    return 2
  }
  streams.out(answer.text)
  return 0
}
