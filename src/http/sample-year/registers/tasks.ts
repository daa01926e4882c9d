import {
  addDays,
  localDate,
  startOfTownDay,
  yearOf,
  type LocalDate,
} from '../../../domain/primitives/local-date.ts'
import {
  taskBodySchema,
  taskDefinition,
  type Handing,
  type TaskRecord,
} from '../../../domain/registers/task/task-record.ts'
import { daysAgo } from '../sample-town.ts'
import type { FillSampleRegister, SampleRegisterPorts } from '../registers.ts'

/** Tasks that the ledger's entries came of, with others of their year that were done; and what runs now. */
export const fillSampleTasks: FillSampleRegister = async (ports) => {
  await ports.stores.records.add([...ofLedger(ports), ...duties(ports), ...ofNow(ports)])
}

type Given = {
  readonly staffNumber?: string
  readonly office?: string
  readonly first: LocalDate
  readonly last: LocalDate
  readonly state?: string
  readonly body: Readonly<Record<string, unknown>>
}

function ofLedger(ports: SampleRegisterPorts): readonly TaskRecord[] {
  const day = (text: string) => localDate(`${String(ports.year)}-${text}`)
  const late = (staffNumber: string, first: LocalDate, last: LocalDate, title: string) =>
    taskOf(ports, {
      staffNumber,
      first,
      last,
      state: 'done',
      body: { title, source: 'leader', handings: [handed(ports, addDays(last, 3), '已送党政办', 'passed')] },
    })
  const done = (staffNumber: string, last: LocalDate, title: string) =>
    taskOf(ports, {
      staffNumber,
      first: addDays(last, -10),
      last,
      state: 'done',
      body: { title, source: 'meeting', handings: [handed(ports, addDays(last, -1), '按时完成', 'passed')] },
    })
  return [
    late('029', day('04-22'), day('05-06'), '出具征地补偿法律意见书'),
    late('028', day('09-03'), day('09-17'), '出具林地流转法律意见书'),
    done('016', day('03-20'), '报送春季防火值守安排'),
    done('033', day('06-13'), '汛期隐患点位核查表'),
    done('021', day('08-22'), '整理半年政务信息汇编'),
    done('026', day('10-24'), '秋粮面积入户核实'),
    taskOf(ports, {
      staffNumber: '037',
      first: day('03-10'),
      last: day('03-10'),
      state: 'done',
      body: {
        kind: 'incident',
        title: '一起林权纠纷',
        source: 'duty',
        time: '09:00',
        reportedOn: day('03-13'),
        reportedTime: '10:20',
      },
    }),
  ]
}

/** 党务公开 each month and 信息报送 each quarter, of the sample's year and of this one; the last month still runs. */
function duties(ports: SampleRegisterPorts): readonly TaskRecord[] {
  const years = [...new Set([ports.year, yearOf(ports.today)])]
  return years.flatMap((year) => {
    const [first, last] = [localDate(`${String(year)}-01-01`), localDate(`${String(year)}-12-31`)]
    const on = (month: number, date: string) =>
      localDate(`${String(year)}-${String(month).padStart(2, '0')}-${date}`)
    const past = (day: LocalDate) => day < ports.today
    const months = Array.from({ length: 12 }, (_, index) => index + 1)
    const isNow = year !== ports.year
    const open = months
      .filter((month) => !(isNow && month === 8))
      .map((month) => on(month, '20'))
      .filter(past)
    const pieces = months.flatMap((month) => [on(month, '12'), on(month, '24')]).filter(past)
    return [
      taskOf(ports, {
        staffNumber: '013',
        first,
        last,
        body: {
          kind: 'recurring',
          title: '党务公开',
          source: 'duty',
          window: 'month',
          pieces: 100,
          handings: open.map((day) => handed(ports, day, '本期公开栏已更新', 'passed')),
        },
      }),
      taskOf(ports, {
        office: '政府办',
        first,
        last,
        body: {
          kind: 'recurring',
          title: '政务信息报送',
          people: ['015'],
          source: 'duty',
          window: 'quarter',
          pieces: 500,
          handings: pieces.map((day) => handed(ports, day, '上报信息一篇', 'passed')),
        },
      }),
    ]
  })
}

function ofNow(ports: SampleRegisterPorts): readonly TaskRecord[] {
  const ago = (days: number) => daysAgo(ports.town, days)
  const task = (staffNumber: string, first: number, last: number, title: string, more: Partial<Given> = {}) =>
    taskOf(ports, {
      staffNumber,
      first: ago(first),
      last: ago(last),
      ...more,
      body: { title, source: 'meeting', basis: '党政联席会', ...more.body },
    })
  const sent = (days: number, words: string, judged: Handing['judged'] = null) =>
    handed(ports, ago(days), words, judged)
  return [
    task('015', 6, -3, '年终总结会会务方案', { body: { wanted: '会场、材料、参会名单各一份，送办公室审。' } }),
    task('033', 4, -1, '矛盾纠纷排查台账', { body: { time: '17:00' } }),
    task('030', 5, -3, '走访重点信访户情况汇总', { body: { source: 'leader', basis: '分管领导交办' } }),
    task('026', 9, -12, '冬春水利项目申报材料', { body: { source: 'superior', basis: '区水利局通知' } }),
    task('022', 12, 4, '丈量统计表', { body: { source: 'leader', basis: '分管领导交办' } }),
    task('009', 10, 0, '党员冬训名单', { state: 'handed-in', body: { handings: [sent(1, '名单已核对，请审')] } }),
    task('029', 8, -2, '合同合法性审查意见', { state: 'handed-in', body: { handings: [sent(0, '已出具')] } }),
    task('016', 30, 16, '秋季档案移交', { state: 'done', body: { handings: [sent(18, '已移交', 'passed')] } }),
    task('018', 26, 14, '机关节能自查', { state: 'done', body: { handings: [sent(15, '已自查', 'passed')] } }),
  ]
}

function handed(ports: SampleRegisterPorts, day: LocalDate, words: string, judged: Handing['judged']): Handing {
  const at = new Date(startOfTownDay(day) + 10 * 3_600_000).toISOString()
  return { id: ports.newId(), day, at, by: '丁岚', words, judged, judgedWords: null }
}

function taskOf(ports: SampleRegisterPorts, given: Given): TaskRecord {
  const { staffNumber = null, office = null, first, last, state = 'open', body } = given
  const content = { staffNumber, office, days: { first, last }, body: taskBodySchema.parse(body) }
  const { at, by } = ports.act(first, 9, '丁岚')
  const naturalKey = taskDefinition.naturalKey(content)
  return { ...content, id: ports.newId(), register: 'task', state, naturalKey, revision: 1, at, by }
}
