import { parseArgs } from 'node:util'
import type { Fen } from '../domain/primitives/fen.ts'
import { readYuan } from '../domain/primitives/fen.ts'
import { parseLocalDate, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

export type ScoreArguments = {
  readonly scheme: string
  readonly roster: string
  readonly entries: string
  readonly ratings: string | null
  readonly perPerson: Fen | null
  readonly asOf: LocalDate | null
  readonly provisional: boolean
  readonly json: boolean
  readonly out: string | null
}

export const scoreUsage =
  'gongdao score --scheme S.json --roster R.csv --entries E.csv [--ratings M.csv] [--per-person 2000] ' +
  '[--as-of 2026-12-31] [--provisional] [--json | --out 结果.xlsx]'

const options = {
  scheme: { type: 'string' },
  roster: { type: 'string' },
  entries: { type: 'string' },
  ratings: { type: 'string' },
  'per-person': { type: 'string' },
  'as-of': { type: 'string' },
  provisional: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const

/** Reads the words after `score`; a refusal is one Chinese sentence. */
export function readScoreArguments(args: readonly string[]): Result<ScoreArguments, string> {
  const parsed = parseWords(args)
  if (!parsed.ok) return parsed
  const values = parsed.value
  const { scheme, roster, entries } = values
  if (scheme === undefined || roster === undefined || entries === undefined) {
    const missing = (['scheme', 'roster', 'entries'] as const).filter((name) => values[name] === undefined)
    return refuse(`缺少参数 ${missing.map((name) => `--${name}`).join('、')}。`)
  }
  const perPerson = values['per-person'] === undefined ? null : readYuan(Number(values['per-person']))
  if (
    values['per-person'] !== undefined &&
    (perPerson === null || perPerson <= 0 || values['per-person'].trim() === '')
  )
    return refuse(`--per-person 须是大于 0、最多两位小数的元数，不能是“${values['per-person']}”。`)
  const asOf = values['as-of'] === undefined ? null : parseLocalDate(values['as-of'])
  if (values['as-of'] !== undefined && asOf === null)
    return refuse(`--as-of 须是日期，如 2026-12-31，不能是“${values['as-of']}”。`)
  const out = values.out ?? null
  if (out !== null && values.json === true) return refuse('--json 与 --out 只能用一个。')
  if (out !== null && !/\.xlsx$/i.test(out)) return refuse(`--out 须是 .xlsx 文件，不能是“${out}”。`)
  return accept({
    scheme,
    roster,
    entries,
    ratings: values.ratings ?? null,
    perPerson,
    asOf,
    provisional: values.provisional === true,
    json: values.json === true,
    out,
  })
}

function parseWords(args: readonly string[]) {
  try {
    return accept(parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values)
  } catch (error) {
    return refuse(parseFault(error instanceof Error ? error : new Error(String(error)), args))
  }
}

function parseFault(error: Error, args: readonly string[]): string {
  const quoted = /'([^']+)'/.exec(error.message)?.[1]?.replace(/ <value>$/, '') ?? args.at(-1) ?? ''
  const code = 'code' in error ? error.code : ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `不认识参数“${quoted}”。`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `多出了“${quoted}”，文件须跟在参数名之后。`
  return `参数“${quoted}”后面缺少值，或不该有值。`
}
