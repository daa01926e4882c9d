import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isAdoptable } from '../domain/compiler/compile-regulation.ts'
import type { Diagnostic } from '../domain/compiler/diagnostic.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { lintScheme } from '../domain/scheme/lint-scheme.ts'
import { workedExampleSchema, type Scheme, type WorkedExample } from '../domain/scheme/scheme.ts'
import { checkExamples } from '../domain/scoring/check-examples.ts'
import { readSchemeFile } from './score-files.ts'
import type { CliStreams } from './streams.ts'

const lintUsage = 'gongdao lint 方案.json [--examples 算例.json] [--json]'

type LintArguments = { readonly scheme: string; readonly examples: string | null; readonly json: boolean }

type Linted = { readonly scheme: Scheme; readonly diagnostics: readonly Diagnostic[] }

/**
 * `gongdao lint SCHEME.json`: what a scheme says against itself, compiled or made by hand (SPEC §2), and which of its
 * worked examples come to something else. Exit 0 adoptable, 1 errors or no scoring clause, 2 unreadable. With --json
 * exactly one JSON document goes out in every case.
 */
export async function lintCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const words = readArguments(args)
  if (!words.ok) return refuseAll([`${words.refusal}\n用法：${lintUsage}`], args.includes('--json'), streams)
  const read = await readScheme(words.value)
  if (!read.ok) return refuseAll(read.refusal, words.value.json, streams)
  const scheme = read.value
  const diagnostics = [...lintScheme(scheme), ...checkExamples(scheme)]
  const examples = { checked: scheme.examples?.length ?? 0, failed: diagnostics.filter(isFailedExample).length }
  if (words.value.json) streams.out(`${JSON.stringify({ diagnostics, examples }, null, 2)}\n`)
  else streams.out(lintReport({ scheme, diagnostics }, examples.failed))
  return isAdoptable(diagnostics, scheme) ? 0 : 1
}

function readArguments(args: readonly string[]): Result<LintArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { examples: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [scheme] = positionals
    if (scheme === undefined || positionals.length > 1) return refuse('请写一个方案文件。')
    return accept({ scheme, examples: values.examples ?? null, json: values.json ?? false })
  } catch {
    return refuse('有不认识的选项，或选项后面缺少文件。')
  }
}

async function readScheme(words: LintArguments): Promise<Result<Scheme, readonly string[]>> {
  const file = await readSchemeFile(words.scheme)
  if (!file.ok) return refuse(file.refusal.map(({ message }) => message))
  const { scheme } = file.value
  if (words.examples === null) return accept(scheme)
  const further = await readExamples(words.examples)
  return further.ok
    ? accept({ ...scheme, examples: [...(scheme.examples ?? []), ...further.value] })
    : refuse([further.refusal])
}

const examplesFile = z.object({ examples: z.array(workedExampleSchema) })

async function readExamples(file: string): Promise<Result<readonly WorkedExample[], string>> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return refuse(`算例文件“${file}”读不了，或不是 JSON。`)
  }
  const parsed = examplesFile.safeParse(json)
  if (parsed.success) return accept(parsed.data.examples)
  const [issue] = parsed.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '开头' : issue.path.map(String).join('.')
  return refuse(`算例文件“${file}”的 ${place} 不合格式，请对照示例 schemes/sample/examples.json。`)
}

const severityWords = { error: '错误', warning: '提醒', info: '说明' } as const

/** Errors first, each with what it speaks of in its own sentence. */
function lintReport({ scheme, diagnostics }: Linted, failed: number): string {
  const examples = scheme.examples?.length ?? 0
  const listed = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    diagnostics.filter((one) => one.severity === severity),
  )
  const lines = [
    ...listed.map(({ severity, message }) => `[${severityWords[severity]}] ${message}`),
    examples === 0
      ? '没有算例。'
      : `算例 ${String(examples)} 个，${failed === 0 ? '全部相符' : `${String(failed)} 个不符`}。`,
    isAdoptable(diagnostics, scheme) ? '可以采用。' : '还不能采用：请先处理上面的错误。',
  ]
  return `${lines.join('\n')}\n`
}

function isFailedExample({ code }: Diagnostic): boolean {
  return code === 'example-failed'
}

function refuseAll(sentences: readonly string[], json: boolean, streams: CliStreams): number {
  streams.err(sentences.map((sentence) => `${sentence}\n`).join(''))
  if (json) {
    const diagnostics = sentences.map((message) => ({
      severity: 'error',
      code: 'unreadable-file',
      message,
      span: { start: 0, end: 0 },
      quote: '',
    }))
    streams.out(`${JSON.stringify({ diagnostics, examples: null }, null, 2)}\n`)
  }
  return 2
}
