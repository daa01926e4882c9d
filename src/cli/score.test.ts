import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readTable } from '../documents/read-table.ts'
import { schemeToFile } from '../domain/scheme/scheme.ts'
import { rule, schemeOf } from '../../test/builders/town.ts'
import { scoreCommand } from './score.ts'

const scheme = schemeOf({
  categories: [
    {
      id: 'p',
      title: '公共项目',
      points: 40,
      sheets: [
        {
          id: 'ps',
          title: '公共',
          items: [{ id: 'pi', title: '工作纪律', points: 40, rules: [rule('p1', { condition: '上班迟到' })] }],
        },
      ],
    },
    {
      id: 'b',
      title: '业务工作',
      points: 40,
      sheets: [
        {
          id: 'bs',
          title: '党办',
          office: '党办',
          items: [
            {
              id: 'bi',
              title: '会务',
              points: 40,
              rules: [rule('b1', { effect: 'money', points: null, yuan: 20 })],
            },
          ],
        },
      ],
    },
    { id: 'r', title: '综合评议', points: 20, kind: 'rated' },
  ],
  rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
  pay: { perPerson: 2000, formula: 'pool-by-score' },
})

const answerSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      items: z.array(
        z.object({
          item: z.string(),
          full: z.number().nullable(),
          score: z.number().nullable(),
          lines: z.array(z.looseObject({})),
        }),
      ),
      work: z.number().nullable(),
      score: z.number().nullable(),
      partial: z.boolean(),
      soFar: z.number(),
      rank: z.number().nullable(),
      payFen: z.number().nullable(),
      moneyFen: z.number().nullable(),
      netFen: z.number().nullable(),
    }),
  ),
  pool: z.object({ fen: z.number().nullable(), unitValue: z.string().nullable() }),
  diagnostics: z.array(z.looseObject({ severity: z.string(), code: z.string(), message: z.string() })),
})
const errorSchema = z.object({
  errors: z.array(
    z.object({
      file: z.string(),
      row: z.number().nullable(),
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
})

const files = {
  'scheme.json': JSON.stringify(schemeToFile(scheme)),
  'compiled.json': JSON.stringify({
    scheme: schemeToFile(scheme),
    diagnostics: [{ severity: 'warning', code: 'doubtful-amount', message: '金额可疑。' }],
    coverage: {},
  }),
  'roster.csv':
    '姓名,工号,办公室,职务,分管办公室,编制\n张示例,001,党办,工作人员,,公务员\n李示例,002,党办,工作人员,,编外\n王示例,800,镇领导,分管领导,党办,公务员\n',
  'entries.csv': '工号,规则,数量,日期\n001,工作纪律：迟到,5,2026-03-09\n002,b1,1,2026-04-01\n',
  'ratings.csv': '工号,得分\n001,90\n002,80\n',
  'bad.csv': '工号,规则,数量,日期\n001,p1,半,2026-03-09\n009,p1,1,2026-03-09\n',
  'half.csv': '工号,得分\n001,90\n',
} as const

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongdao-score-'))
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(at(name), text)))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: readonly string[]) {
  let out = ''
  let err = ''
  const streams = {
    stdin: Readable.from([]),
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  }
  const exitCode = await scoreCommand(args, streams)
  return { exitCode, out, err }
}

const town = (entries = 'entries.csv', schemeName = 'scheme.json') => [
  '--scheme',
  at(schemeName),
  '--roster',
  at('roster.csv'),
  '--entries',
  at(entries),
]

describe('gongdao score', () => {
  it('齐全：退出码0，一份 JSON，人按花名册次序，工资合计等于总额', async () => {
    const { exitCode, out } = await run(...town(), '--ratings', at('ratings.csv'), '--json')
    const answer = answerSchema.parse(JSON.parse(out))
    expect(exitCode).toBe(0)
    expect(answer.people.map(({ id, score, rank, moneyFen }) => [id, score, rank, moneyFen])).toEqual([
      ['001', 88, 2, 0],
      ['002', 96, 1, 2000],
      ['800', 92, 1, 0],
    ])
    expect(answer.people.map(({ payFen, netFen }) => [payFen, netFen])).toEqual([
      [191_304, 191_304],
      [208_696, 206_696],
      [200_000, 200_000],
    ])
    expect(answer.pool).toEqual({ fen: 600_000, unitValue: '21.739130' })
    for (const { items, work } of answer.people)
      expect(items.reduce((sum, { score }) => sum + (score ?? 0), 0)).toBe(work)
    expect(answer.people[0]?.items[0]?.lines[1]).toMatchObject({
      clause: 'p1的计分条款',
      before: 40,
      change: -10,
      after: 30,
    })
  })

  it('缺评议：退出码1，成绩为空不是0，名次和工资都为空，点名缺什么', async () => {
    const { exitCode, out } = await run(...town(), '--ratings', at('half.csv'), '--json')
    const answer = answerSchema.parse(JSON.parse(out))
    expect(exitCode).toBe(1)
    expect(
      answer.people.map(({ score, partial, soFar, rank, payFen }) => [score, partial, soFar, rank, payFen]),
    ).toEqual([
      [88, false, 88, null, null],
      [null, true, 80, null, null],
      [null, true, 84, null, null],
    ])
    expect(answer.pool.unitValue).toBeNull()
    expect(answer.diagnostics.map(({ message }) => message)).toContain('李示例（002）：综合评议还没有评分。')
  })

  it('暂计：按目前已知分配，退出码仍是1', async () => {
    const { exitCode, out } = await run(...town(), '--ratings', at('half.csv'), '--provisional', '--json')
    const answer = answerSchema.parse(JSON.parse(out))
    expect(exitCode).toBe(1)
    expect(answer.people.reduce((sum, { payFen }) => sum + (payFen ?? 0), 0)).toBe(600_000)
    expect(answer.diagnostics.map(({ code }) => code)).toContain('provisional')
  })

  it('文件有错：退出码2，逐行逐列，什么都不算', async () => {
    const { exitCode, out, err } = await run(...town('bad.csv'), '--json')
    expect(exitCode).toBe(2)
    expect(
      errorSchema.parse(JSON.parse(out)).errors.map(({ file, row, column, code }) => [file, row, column, code]),
    ).toEqual([
      [at('bad.csv'), 2, '数量', 'bad-quantity'],
      [at('bad.csv'), 3, '工号', 'unknown-person'],
    ])
    expect(err).toContain('共 2 处错误，没有计算。')
  })

  it('方案可以是 compile 的输出，它的问题照样打印；--per-person 改金额，--as-of 之后的不计', async () => {
    const { out } = await run(
      ...town('entries.csv', 'compiled.json'),
      '--ratings',
      at('ratings.csv'),
      '--per-person',
      '1000.50',
      '--as-of',
      '2026-03-31',
      '--json',
    )
    const answer = answerSchema.parse(JSON.parse(out))
    expect(answer.diagnostics[0]).toMatchObject({ code: 'doubtful-amount', message: '金额可疑。' })
    expect([answer.pool.fen, answer.people[1]?.moneyFen]).toEqual([300_150, 0])
  })

  it.each([
    [['--roster', 'r'], '缺少参数 --scheme、--entries。'],
    [['--schema', 'x'], '不认识参数“--schema”。'],
    [['x'], '多出了“x”，文件须跟在参数名之后。'],
    [['--scheme'], '参数“--scheme”后面缺少值，或不该有值。'],
    [
      ['--scheme', 's', '--roster', 'r', '--entries', 'e', '--per-person', '多'],
      '--per-person 须是大于 0、最多两位小数的元数，不能是“多”。',
    ],
    [
      ['--scheme', 's', '--roster', 'r', '--entries', 'e', '--as-of', '2026-13-01'],
      '--as-of 须是日期，如 2026-12-31，不能是“2026-13-01”。',
    ],
    [
      ['--scheme', 's', '--roster', 'r', '--entries', 'e', '--out', 'x.csv'],
      '--out 须是 .xlsx 文件，不能是“x.csv”。',
    ],
  ])('用法不对 %j：退出码2，一句话', async (args, sentence) => {
    const { exitCode, err } = await run(...args)
    expect([exitCode, err.split('\n')[0]]).toEqual([2, sentence])
  })

  it('找不到的文件、不是方案的文件，都说清', async () => {
    const { exitCode, err } = await run(
      '--scheme',
      at('roster.csv'),
      '--roster',
      at('none.csv'),
      '--entries',
      at('entries.csv'),
    )
    expect(exitCode).toBe(2)
    expect(err).toContain('不是 JSON')
    expect(err).toContain(`找不到文件“${at('none.csv')}”`)
  })

  it('不带 --json 打印一张表；--out 写出可读的 .xlsx', async () => {
    const printed = await run(...town(), '--ratings', at('ratings.csv'))
    expect(printed.out).toContain(
      '总额 6,000.00 元，单位分值 21.739130 元/分，应发合计 6,000.00 元，扣发合计 20.00 元',
    )
    const written = await run(...town(), '--ratings', at('ratings.csv'), '--out', at('结果.xlsx'))
    expect([written.exitCode, written.out]).toEqual([0, ''])
    const table = await readTable(await readFile(at('结果.xlsx')), '结果.xlsx')
    expect(table.ok && table.value.rows.map(({ cells }) => cells[0])).toEqual(['工号', '001', '002', '800'])
  })
})
