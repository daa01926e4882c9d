import { compileRegulation, isAdoptable, type Compilation } from '../domain/compiler/compile-regulation.ts'
import { schemeToFile } from '../domain/scheme/scheme.ts'
import { compileReport } from './compile-report.ts'
import { jsonPieces } from './json-pieces.ts'
import { readRegulation } from './read-regulation.ts'
import type { CliStreams } from './streams.ts'

const usage =
  '用法：gongdao compile 文件 [--json] [--no-repair]（文件为 .txt .docx .doc .xlsx .md .html，- 为标准输入）'

type CompileArguments = { readonly path: string; readonly json: boolean; readonly repair: boolean }

/**
 * `gongdao compile FILE [--json] [--no-repair]`: exit 0 adoptable, 1 errors or no scoring clause, 2 unreadable.
 * With --json exactly one JSON document goes to `out` whatever the exit code; all else goes to `err`.
 */
export async function compileCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const parsed = parseArguments(args)
  if (typeof parsed === 'string') return refuse(parsed, args.includes('--json'), streams)
  const answer = await readRegulation(parsed.path, streams)
  if ('sentence' in answer) return refuse(answer.sentence, parsed.json, streams)
  const compilation = compileRegulation(answer.text, { repair: parsed.repair })
  const adoptable = isAdoptable(compilation.diagnostics, compilation.scheme)
  if (parsed.json) await writeCompilation(compilation, streams)
  else streams.out(compileReport(compilation, adoptable))
  return adoptable ? 0 : 1
}

async function writeCompilation(
  { scheme, diagnostics, coverage }: Compilation,
  streams: CliStreams,
): Promise<void> {
  for (const piece of jsonPieces({ scheme: schemeToFile(scheme), diagnostics, coverage })) {
    streams.out(piece)
    await streams.flushed?.()
  }
}

function refuse(sentence: string, json: boolean, streams: CliStreams): number {
  streams.err(`${sentence}\n`)
  if (json) {
    const diagnostic = {
      severity: 'error',
      code: 'unreadable-file',
      message: sentence,
      span: { start: 0, end: 0 },
      quote: '',
    }
    streams.out(`${JSON.stringify({ scheme: null, diagnostics: [diagnostic], coverage: null }, null, 2)}\n`)
  }
  return 2
}

function parseArguments(args: readonly string[]): CompileArguments | string {
  const paths: string[] = []
  let json = false
  let repair = true
  for (const argument of args) {
    if (argument === '--json') json = true
    else if (argument === '--no-repair') repair = false
    else if (argument.startsWith('-') && argument !== '-') return `不认识的选项“${argument}”。${usage}`
    else paths.push(argument)
  }
  const [path] = paths
  if (path === undefined || paths.length > 1) return paths.length === 0 ? usage : `一次只能读一个文件。${usage}`
  return { path, json, repair }
}
