import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCli } from '../../src/cli/main.ts'
import { ruleEffects, schemeSchema, placedRules } from '../../src/domain/scheme/scheme.ts'

const sample = (file: string): string => fileURLToPath(new URL(`../../schemes/sample/${file}`, import.meta.url))
const compiledSchema = z.object({ scheme: schemeSchema, diagnostics: z.array(z.object({ severity: z.string() })) })
const scoredSchema = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      office: z.string(),
      post: z.string(),
      score: z.number(),
      rank: z.number(),
      partial: z.literal(false),
      payFen: z.number(),
    }),
  ),
  pool: z.object({ fen: z.number() }),
})

/** What a verb printed, as JSON, and its exit code. */
async function run(...args: string[]): Promise<{ exitCode: number; printed: unknown }> {
  let out = ''
  const exitCode = await runCli(args, {
    stdin: Readable.from([]),
    out: (text) => (out += text),
    err: () => {},
  })
  return { exitCode, printed: JSON.parse(out) }
}

describe('示例镇', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongdao-sample-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('办法读出来没有错误：各表合计相符，各种效果都有，评议组和提出额都在', async () => {
    const { exitCode, printed } = await run('compile', sample('regulation.txt'), '--json')
    const { scheme, diagnostics } = compiledSchema.parse(printed)
    expect(exitCode).toBe(0)
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(scheme.title).toContain('青禾镇')
    expect(scheme.categories.map(({ title, points }) => [title, points])).toEqual([
      ['公共项目', 20_00],
      ['业务工作', 60_00],
      ['综合评议', 20_00],
    ])
    const sheets = scheme.categories.flatMap((category) => category.sheets)
    expect(sheets.filter(({ office }) => office !== null)).toHaveLength(10)
    for (const sheet of sheets)
      expect(sheet.items.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(sheet.points)
    expect([...new Set([...placedRules(scheme)].map(({ rule }) => rule.effect))].toSorted()).toEqual(
      [...ruleEffects].toSorted(),
    )
    expect(scheme.rewards.map(({ effect, points }) => [effect, points])).toEqual([
      ...[1_00, 2_00, 3_00, 5_00].map((points) => ['add', points]),
      ...[1_00, 2_00, 3_00, 5_00, 3_00, 5_00, 10_00].map((points) => ['deduct', points]),
    ])
    expect(scheme.pay?.perPerson).toBe(2000_00)
  })

  it('名册、记录、评议都收得进，人人有分有名次，绩效工资合计恰好等于总额', async () => {
    const compiled = await run('compile', sample('regulation.txt'), '--json')
    const scheme = join(folder, 'scheme.json')
    await writeFile(scheme, JSON.stringify(compiled.printed))
    const files = [
      '--roster',
      sample('roster.csv'),
      '--entries',
      sample('entries.csv'),
      '--ratings',
      sample('ratings.csv'),
    ]
    const { exitCode, printed } = await run('score', '--scheme', scheme, ...files, '--json')
    const { people, pool } = scoredSchema.parse(printed)
    expect(exitCode).toBe(0)
    expect(people).toHaveLength(60)
    expect(people.filter(({ post }) => post !== '工作人员')).toHaveLength(7)
    // 58 for the whole year, 275 days from 1 April, 273 days to 30 September; half up to the fen each.
    expect(pool.fen).toBe(58 * 2000_00 + 1506_85 + 1495_89)
    expect(people.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(pool.fen)
    expect(Math.max(...people.map(({ score }) => score))).toBeLessThan(105)
    expect(Math.min(...people.map(({ score }) => score))).toBeGreaterThan(60)
  })
})
