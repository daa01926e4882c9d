import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { readTable } from '../documents/read-table.ts'
import { tableFileSentence } from '../documents/table-file-sentence.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Table, TableProblem } from '../domain/primitives/table.ts'
import { placedRules, schemeSchema, type Scheme } from '../domain/scheme/scheme.ts'

/** A fault of one of the files; row and column null where the file as a whole is meant. */
export type FileError = {
  readonly file: string
  readonly row: number | null
  readonly column: string | null
  readonly code: string
  readonly message: string
}

/** A finding of the compiler, printed beside the result as it came. */
const diagnosticField = z.looseObject({ severity: z.string(), code: z.string(), message: z.string() })
export type PrintedDiagnostic = z.infer<typeof diagnosticField>

export type SchemeFile = { readonly scheme: Scheme; readonly diagnostics: readonly PrintedDiagnostic[] }

const compiled = z.looseObject({ scheme: z.unknown(), diagnostics: z.array(diagnosticField).default([]) })

export function fileErrors(file: string, problems: readonly TableProblem[]): readonly FileError[] {
  return problems.map((problem) => ({ file, ...problem }))
}

async function readBytes(file: string): Promise<Result<Uint8Array, FileError>> {
  try {
    return accept(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const message =
      code === 'ENOENT'
        ? `找不到文件“${file}”，请核对路径。`
        : code === 'EISDIR'
          ? `“${file}”是文件夹，不是文件。`
          : `文件“${file}”读不了，请检查它的权限。`
    return refuse({ file, row: null, column: null, code: 'unreadable-file', message })
  }
}

export async function readTableFile(file: string): Promise<Result<Table, FileError>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const table = await readTable(bytes.value, basename(file))
  if (table.ok) return table
  const { code } = table.refusal
  return refuse({ file, row: null, column: null, code, message: tableFileSentence(table.refusal) })
}

/** A bare scheme, or what `gongdao compile --json` printed. */
export async function readSchemeFile(file: string): Promise<Result<SchemeFile, readonly FileError[]>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return refuse([bytes.refusal])
  const error = (code: string, message: string): FileError => ({ file, row: null, column: null, code, message })
  const json = parseJson(new TextDecoder().decode(bytes.value))
  if (json === undefined)
    return refuse([error('not-json', `方案文件“${file}”不是 JSON，请用 gongdao compile 的输出。`)])
  const wrapped = typeof json === 'object' && json !== null && 'scheme' in json ? compiled.safeParse(json) : null
  const diagnostics = wrapped?.success === true ? wrapped.data.diagnostics : []
  const bare = wrapped?.success === true ? wrapped.data.scheme : json
  if (bare === null || (wrapped !== null && !wrapped.success))
    return refuse([error('no-scheme', `“${file}”里没有方案：办法没有读成，请先看 compile 给出的问题。`)])
  const scheme = schemeSchema.safeParse(bare)
  if (!scheme.success) {
    const issues = scheme.error.issues.slice(0, 20)
    return refuse(issues.map(({ path, message, code }) => error('bad-scheme', schemeIssue(path, message, code))))
  }
  const repeated = repeatedIds(scheme.data)
  if (repeated.length > 0)
    return refuse([
      error('repeated-id', `方案里的编号有重复：${repeated.slice(0, 10).join('、')}，编号须各不相同。`),
    ])
  return accept({ scheme: scheme.data, diagnostics })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function schemeIssue(path: readonly PropertyKey[], message: string, code: string): string {
  const place = path.length === 0 ? '开头' : path.map(String).join('.')
  return `方案文件的 ${place} 不合格式${code === 'custom' ? `：${message}` : ''}，请对照方案格式 gongdao-scheme/1。`
}

function repeatedIds(scheme: Scheme): readonly string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { rule } of placedRules(scheme)) {
    if (seen.has(rule.id)) repeated.add(rule.id)
    seen.add(rule.id)
  }
  return [...repeated]
}
