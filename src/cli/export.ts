import { writeFile } from 'node:fs/promises'
import { writeScheme, type SchemeFormat } from '../documents/scheme-file.ts'
import { readSchemeFile } from './score-files.ts'
import type { CliStreams } from './streams.ts'

const usage = '用法：gongdao export 方案 --out 文件（.docx 或 .xlsx）'

/**
 * `gongdao export SCHEME --out FILE`: a scheme, or what `compile --json` printed, as a document in official layout or as
 * a workbook, marked as a draft. Exit 0 written, 2 the words or the files are bad.
 */
export async function exportCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const complain = (sentence: string): number => {
    streams.err(`${sentence}\n`)
    return 2
  }
  const [file, option, out, ...rest] = args[0] === '--out' ? [args[2], args[0], args[1], ...args.slice(3)] : args
  if (file === undefined || option !== '--out' || out === undefined || rest.length > 0) return complain(usage)
  const format = formatOf(out)
  if (format === null) return complain(`写成什么看文件名：“${out}”须以 .docx 或 .xlsx 结尾。`)
  const read = await readSchemeFile(file)
  if (!read.ok) return complain(read.refusal.map(({ message }) => message).join('\n'))
  const { bytes } = await writeScheme({ town: '', scheme: read.value.scheme, edition: null }, format)
  try {
    await writeFile(out, bytes)
  } catch {
    return complain(`写不了“${out}”：请检查文件夹是否存在、可写，或文件是否正被打开。`)
  }
  streams.err(`已写入 ${out}。\n`)
  return 0
}

function formatOf(out: string): Exclude<SchemeFormat, 'json'> | null {
  if (/\.docx$/i.test(out)) return 'docx'
  return /\.xlsx$/i.test(out) ? 'xlsx' : null
}
