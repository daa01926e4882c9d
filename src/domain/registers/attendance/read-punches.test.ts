import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockTimeOf } from '../../primitives/clock-time.ts'
import { addDays, localDate, type LocalDate } from '../../primitives/local-date.ts'
import type { RegisterRecord } from '../register-record.ts'
import { attendanceKey, type AttendanceBody } from './attendance-record.ts'
import type { KnownPerson } from './find-person.ts'
import { planImport, type ImportWay } from './plan-import.ts'
import {
  guessMapping,
  headerSignature,
  mappingProblem,
  rememberedMapping,
  rememberMapping,
} from './punch-mapping.ts'
import { readMoment, readPunchDay, readPunchTimes } from './read-day-and-time.ts'
import { readPunches, type PunchDay } from './read-punches.ts'

const people: readonly KnownPerson[] = [
  { staffNumber: '001', name: '覃望川', office: '党办' },
  { staffNumber: '012', name: '麻晓峰', office: '农业办' },
  { staffNumber: '013', name: '李静', office: '党办' },
  { staffNumber: '014', name: '李静', office: '社事办' },
]

function sheetOf(text: string, fileName = '考勤.xlsx') {
  const lines = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const rows = lines
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  return { rows, fileName }
}

function read(text: string, { fileName = '考勤.xlsx', settled = new Map<string, string | null>() } = {}) {
  const sheet = sheetOf(text, fileName)
  return readPunches(sheet, guessMapping(sheet), {
    people,
    settled,
    isOnRoster: (_, day) => day >= '2026-01-05',
    today: localDate('2026-03-31'),
  })
}

const inShort = (days: readonly PunchDay[]) =>
  days.map(({ staffNumber, day, times }) => `${staffNumber} ${day} ${times.join(' ')}`)

const full = ['001 2026-03-02 08:21 12:03 14:25 18:01', '012 2026-03-02 09:12 18:00']

describe('各家考勤机导出的表，不用改就能读', () => {
  const layouts: readonly (readonly [string, string, readonly string[], string?])[] = [
    [
      '一行一次打卡，日期时间在一格',
      `工号|姓名|打卡时间
001|覃望川|2026-03-02 08:21:05
012|麻晓峰|2026-03-02 09:12:44
001|覃望川|2026-03-02 12:03:10
001|覃望川|2026-03-02 14:25:00
012|麻晓峰|2026-03-02 18:00:59
001|覃望川|2026-03-02 18:01:02`,
      full,
    ],
    [
      '一行一次打卡，日期一列、时间一列，带星期',
      `部门|姓名|考勤号码|日期|星期|时间|设备
党办|覃望川|1|2026/3/2|一|8:21|大门
党办|覃望川|1|2026/3/2|一|12:03|大门
党办|覃望川|1|2026/3/2|一|14:25|大门
党办|覃望川|1|2026/3/2|一|18:01|后门
农业办|麻晓峰|12|2026/3/2|一|9:12|大门
农业办|麻晓峰|12|2026/3/2|一|18:00|大门`,
      full,
    ],
    [
      '没有表头的机器记录：编号、时间、机号、方式',
      `1|2026-03-02 08:21:05|1|0|1|0
1|2026-03-02 12:03:00|1|1|1|0
1|2026-03-02 14:25:00|1|0|1|0
1|2026-03-02 18:01:00|1|1|1|0
12|2026-03-02 09:12:00|1|0|1|0
12|2026-03-02 18:00:00|1|1|1|0`,
      full,
      'attlog.dat',
    ],
    [
      '一行一天，只有最早最晚',
      `姓名|工号|日期|最早打卡|最晚打卡|打卡次数
麻晓峰|012|2026-03-02|09:12|18:00|2
覃望川|001|2026-03-02|08:21|18:01|4`,
      ['001 2026-03-02 08:21 18:01', '012 2026-03-02 09:12 18:00'],
    ],
    [
      '一行一天，四列上下班，表上面有标题和统计日期',
      `考勤日报表
统计日期：2026-03-01 至 2026-03-31

工号|姓名|部门|日期|上班1|下班1|上班2|下班2|迟到分钟
001|覃望川|党办|2026-03-02 星期一|08:21|12:03|14:25|18:01|0
012|麻晓峰|农业办|2026-03-02 星期一|09:12|未打卡|缺卡|18:00|42`,
      full,
    ],
    [
      '一行一天，一格里写几次',
      `员工编号|员工姓名|考勤日期|打卡记录
001|覃望川|20260302|08:21 12:03 14:25 18:01
012|麻晓峰|20260302|09:12;18:00`,
      full,
    ],
    [
      '几次之间没有空格',
      `编号|姓名|日期|时间
1|覃望川|26-03-02|08:2112:0314:2518:01
12|麻晓峰|26-03-02|09:1218:00`,
      full,
    ],
    [
      '一人一行，列是日子，月份在标题里',
      `2026年3月打卡明细
姓名|工号|1|2|3
覃望川|001||08:21 12:03 14:25 18:01|
麻晓峰|012||09:12 18:00|`,
      ['001 2026-03-01 ', full[0] ?? '', '001 2026-03-03 ', '012 2026-03-01 ', full[1] ?? '', '012 2026-03-03 '],
    ],
    [
      '一人一行，列写月日和星期，年在文件名里',
      `姓名|部门|03-02(一)
覃望川|党办|08:21、12:03、14:25、18:01
麻晓峰|农业办|09:12(迟到)、18:00`,
      full,
      '月度汇总_2026年03月.xlsx',
    ],
    [
      '手机打卡：上午下午写在时间前，有外勤的字样',
      `姓名|日期|上班打卡时间|下班打卡时间
覃望川|2026年3月2日|上午8:21|下午6:01(外勤)
麻晓峰|2026年3月2日|上午9:12|下午6:00`,
      ['001 2026-03-02 08:21 18:01', '012 2026-03-02 09:12 18:00'],
    ],
    [
      '英文表头，AM/PM',
      `AC-No.|Name|DateTime
1|覃望川|2026-03-02 8:21 AM
1|覃望川|2026-03-02 6:01 PM
12|麻晓峰|2026-03-02 9:12:30 AM
12|麻晓峰|2026-03-02 6:00:30 PM`,
      ['001 2026-03-02 08:21 18:01', '012 2026-03-02 09:12 18:00'],
    ],
    [
      '门禁：每页重复表头，姓名只写一次',
      `人员姓名|打卡日期|刷卡时间
覃望川|2026.3.2|08:21:00
|2026.3.2|12:03:00
人员姓名|打卡日期|刷卡时间
|2026.3.2|14:25:00
|2026.3.2|18:01:00
麻晓峰|2026.3.2|09:12:00
|2026.3.2|18:00:00`,
      full,
    ],
    [
      'Excel 存成数的日期和时间',
      `工号|日期|上班时间|下班时间
001|46083|0.347916666666667|0.750694444444444
012|46083|0.383333333333333|0.75`,
      ['001 2026-03-02 08:21 18:01', '012 2026-03-02 09:12 18:00'],
    ],
  ]
  test.each(layouts.map(([title, ...rest]) => ({ title, rest })))(
    '$title',
    ({ rest: [text, expected, fileName] }) => {
      const found = read(text, fileName === undefined ? {} : { fileName })
      expect(found.problems).toEqual([])
      expect(found.people).toEqual([])
      expect(inShort(found.days)).toEqual(expected)
    },
  )
})

describe('读不了的，说清在哪一格', () => {
  test('时间、日期、以后的日子、不在册的日子', () => {
    const { problems, days } = read(`工号|日期|上班|下班
001|2026-03-02|8:2x|18:01
001|2026-02-30|08:21|18:01
001|3/2/2026|08:21|18:01
001|2026-04-01|08:21|
001|2026-01-04|08:21|
001|2026-03-03|25:10|18:00`)
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '上班', 'bad-time'],
      [3, '日期', 'bad-day'],
      [4, '日期', 'bad-day'],
      [5, '上班', 'day-in-future'],
      [6, '上班', 'day-off-roster'],
      [7, '上班', 'bad-time'],
    ])
    expect(problems[2]?.message).toContain('分不清哪个是月')
    expect(inShort(days)).toEqual(['001 2026-03-02 18:01', '001 2026-03-03 18:00'])
  })

  test('不认识的人只问一次，列出相近的；同名的按办公室分，分不出就问', () => {
    const { people: asked, days } = read(`姓名|部门|日期|打卡时间
麻小峰|农业办|2026-03-02|08:21
麻小峰|农业办|2026-03-03|08:21
李静|社事办|2026-03-02|08:30
李静||2026-03-02|08:40`)
    expect(asked).toMatchObject([
      {
        words: '麻小峰（农业办）',
        problem: 'unknown',
        rows: 2,
        firstRow: 2,
        candidates: [{ staffNumber: '012' }],
      },
      {
        words: '李静',
        problem: 'ambiguous',
        rows: 1,
        candidates: [{ staffNumber: '013' }, { staffNumber: '014' }],
      },
    ])
    expect(inShort(days)).toEqual(['014 2026-03-02 08:30'])
  })

  test('机器自己的编号让给名字；名字和工号各是一个人，要问', () => {
    const { people: asked, days } = read(`编号|姓名|打卡时间
77|麻晓峰|2026-03-02 08:21
001|麻晓峰|2026-03-02 08:25`)
    expect(inShort(days)).toEqual(['012 2026-03-02 08:21'])
    expect(asked).toMatchObject([
      { problem: 'disagree', candidates: [{ staffNumber: '012' }, { staffNumber: '001' }] },
    ])
  })

  test('说过的记住：卡号是谁，谁不是本镇的人', () => {
    const settled = new Map([
      ['||A17|', '013'],
      ['||A18|', null],
    ])
    const text = `卡号|打卡时间
A17|2026-03-02 08:21
A18|2026-03-02 08:22
A19|2026-03-02 08:23`
    const { people: asked, days, leftOut } = read(text, { settled })
    expect(inShort(days)).toEqual(['013 2026-03-02 08:21'])
    expect(leftOut).toBe(1)
    expect(asked).toMatchObject([{ words: '卡号A19', problem: 'unknown' }])
  })

  test('只有月份的列，没有写哪年哪月', () => {
    const { problems } = read(`姓名|1|2
覃望川|08:21|08:22
麻晓峰|08:21|08:22`)
    expect(problems).toMatchObject([{ code: 'no-month' }])
  })
})

describe('列的对应记得住', () => {
  test('同样的表头用上次选的，日子多少不影响', () => {
    const sheet = sheetOf('甲|乙|丙\n001|2026-03-02|08:21')
    const chosen = { headerRow: 1, roles: ['staffNumber', 'day', 'times'] as const }
    const remembered = rememberMapping([], sheet, chosen)
    expect(rememberedMapping(remembered, sheetOf('甲|乙|丙\n012|2026-03-09|08:21'))).toEqual(chosen)
    expect(rememberedMapping(remembered, sheetOf('甲|乙|丁\n012|2026-03-09|08:21'))).toBeNull()
    expect(headerSignature(sheetOf('姓名|1|2|3'), 1)).toBe(headerSignature(sheetOf('姓名|1|2|3|4'), 1))
    expect(rememberMapping(remembered, sheet, chosen)).toEqual(remembered)
  })

  test('缺什么说什么', () => {
    expect(mappingProblem({ headerRow: 1, roles: ['day', 'times'] })).toBe('no-person')
    expect(mappingProblem({ headerRow: 1, roles: ['name', 'times'] })).toBe('no-day')
    expect(mappingProblem({ headerRow: 1, roles: ['name', 'day'] })).toBe('no-times')
    expect(mappingProblem({ headerRow: 1, roles: ['name', 'day', 'moment'] })).toBe('two-days')
    expect(mappingProblem({ headerRow: 1, roles: ['name', 'day', 'times'] })).toBeNull()
  })
})

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026/3/2', '2026-03-02'],
  ['2026.03.02', '2026-03-02'],
  ['2026年3月2日', '2026-03-02'],
  ['2026年3月2日（星期一）', '2026-03-02'],
  ['20260302', '2026-03-02'],
  ['26-03-02', '2026-03-02'],
  ['3月2日', '2026-03-02'],
  ['03-02 周一', '2026-03-02'],
  ['25/3/2026', '2026-03-25'],
  ['3/25/2026', '2026-03-25'],
  ['46083', '2026-03-02'],
  ['3/2/2026', 'unsure'],
  ['2026-02-30', null],
  ['星期一', null],
  ['', null],
])('日期 %s 读作 %s', (text, day) => {
  expect(readPunchDay(text, { year: 2026, month: 3 })).toBe(day)
})

test.each([
  ['08:21:59', ['08:21']],
  ['8：21', ['08:21']],
  ['8点21分', ['08:21']],
  ['下午 2:25', ['14:25']],
  ['12:05 AM', ['00:05']],
  ['12:05 PM', ['12:05']],
  ['中午1:05', ['13:05']],
  ['18:01 08:21,08:21', ['08:21', '18:01']],
  ['18:00:00 08:21:00', ['08:21', '18:00']],
  ['18:05 次日01:10', ['18:05', '23:59']],
  ['08:21(外勤打卡)', ['08:21']],
  ['--', []],
  ['', []],
  ['24:10', null],
  ['8:2x', null],
  ['上午', null],
])('时间 %s 读作 %j', (text, times) => {
  expect(readPunchTimes(text)).toEqual(times)
})

test.each([
  ['2026-03-02T08:21:05', '2026-03-02 08:21'],
  ['2026/3/2 下午 2:25', '2026-03-02 14:25'],
  ['20260302082105', '2026-03-02 08:21'],
  ['46083.3479166667', '2026-03-02 08:21'],
  ['2026-03-02 08:21 12:03', '2026-03-02 08:21 12:03'],
  ['2026-03-02', null],
])('日期时间 %s', (text, expected) => {
  const found = readMoment(text, null)
  expect(found === null || found === 'unsure' ? found : `${found.day} ${found.times.join(' ')}`).toBe(expected)
})

const isWorkingDay = (day: LocalDate) => new Date(day).getUTCDay() % 6 !== 0

/** A register that imports are laid into. */
function startRegister() {
  const records = new Map<string, RegisterRecord<AttendanceBody>>()
  return {
    take: (days: readonly PunchDay[], way: ImportWay = 'merge', alsoAsked: readonly string[] = []) => {
      const choices = { way, source: '考勤.xlsx', isWorkingDay, alsoAsked, isAsked: () => true }
      const plan = planImport(days, [...records.values()], choices)
      for (const one of plan.added)
        records.set(attendanceKey(one.staffNumber ?? '', one.days.first), {
          ...one,
          id: '00000000-0000-4000-8000-000000000001',
          register: 'attendance',
          state: 'kept',
          naturalKey: null,
          revision: 1,
          at: new Date(0),
          by: '考核办',
        })
      for (const { record, body } of plan.changed)
        records.set(attendanceKey(record.staffNumber ?? '', record.days.first), { ...record, body })
      return plan
    },
    shows: () => [...records].map(([key, { body }]) => `${key} ${body.punches}`).toSorted(),
    correct: (key: string, added: string) => {
      const record = records.get(key)
      if (record !== undefined) records.set(key, { ...record, body: { ...record.body, added } })
    },
    added: (key: string) => records.get(key)?.body.added,
  }
}

describe('导入', () => {
  const days = read(`工号|打卡时间
001|2026-03-02 08:21
001|2026-03-03 08:25
012|2026-03-03 09:12`).days

  test('表里有的人、有的工作日都有一条：没有打卡的也看得见；周末没有打卡的不记', () => {
    const register = startRegister()
    register.take([...days, { staffNumber: '001', day: localDate('2026-03-01'), times: [] }])
    expect(register.shows()).toEqual([
      '001/2026-03-02 08:21',
      '001/2026-03-03 08:25',
      '012/2026-03-02 ',
      '012/2026-03-03 09:12',
    ])
    register.take(days, 'merge', ['013'])
    expect(register.shows()).toContain('013/2026-03-02 ')
  })

  test('更正过的文件换下原来的；手工补的卡不动', () => {
    const register = startRegister()
    register.take(days)
    register.correct('001/2026-03-02', '12:00')
    const corrected = [{ staffNumber: '001', day: localDate('2026-03-02'), times: [clockTimeOf(500)] }]
    expect(register.take(corrected, 'replace').changed).toHaveLength(1)
    expect(register.shows()).toContain('001/2026-03-02 08:20')
    expect(register.added('001/2026-03-02')).toBe('12:00')
  })

  test('更正的文件只有几行：没有写到的日子不动', () => {
    const register = startRegister()
    register.take(days)
    const few = [
      { staffNumber: '001', day: localDate('2026-03-02'), times: [clockTimeOf(500)] },
      { staffNumber: '012', day: localDate('2026-03-03'), times: [clockTimeOf(510)] },
    ]
    register.take(few, 'replace')
    expect(register.shows()).toContain('001/2026-03-03 08:25')
    expect(register.shows()).toContain('012/2026-03-03 08:30')
  })

  const someDay = fc.integer({ min: 0, max: 9 }).map((at) => addDays(localDate('2026-03-02'), at))
  const somePunches = fc.array(
    fc.record({
      staffNumber: fc.constantFrom('001', '012', '013'),
      day: someDay,
      time: fc.integer({ min: 400, max: 1200 }).map(clockTimeOf),
    }),
    { minLength: 1, maxLength: 20 },
  )
  const sheet = (rows: readonly { staffNumber: string; day: string; time: string }[]) =>
    read(
      ['工号|日期|时间', ...rows.map(({ staffNumber, day, time }) => `${staffNumber}|${day}|${time}`)].join('\n'),
    ).days

  test('导两遍等于导一遍；行的先后不要紧；重叠的文件先后导入结果一样', () => {
    fc.assert(
      fc.property(somePunches, somePunches, (one, other) => {
        const [first, second] = [startRegister(), startRegister()]
        first.take(sheet(one))
        const again = first.take(sheet(one.toReversed()))
        expect([again.added, again.changed]).toEqual([[], []])
        first.take(sheet(other))
        second.take(sheet(other))
        second.take(sheet(one))
        expect(first.shows()).toEqual(second.shows())
      }),
      { numRuns: 60 },
    )
  })

  test('二百人二十二天，一次读完', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      staffNumber: String(at + 1).padStart(3, '0'),
      name: `人${String(at)}`,
      office: '党办',
    }))
    const lines = many.flatMap(({ staffNumber }) =>
      Array.from(
        { length: 22 },
        (_, at) => `${staffNumber}|2026-03-${String(at + 1).padStart(2, '0')}|08:21 12:03 14:25 18:01`,
      ),
    )
    const big = sheetOf(['工号|日期|时间', ...lines].join('\n'))
    const found = readPunches(big, guessMapping(big), {
      people: many,
      settled: new Map(),
      isOnRoster: () => true,
      today: localDate('2026-03-31'),
    })
    expect(found.days).toHaveLength(4400)
  })
})
