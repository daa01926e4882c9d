import { acknowledgeEntries } from '../../commands/acknowledge-entries.ts'
import { cureByReversal } from '../../commands/cure-objection.ts'
import { fileObjection, unfiledObjection } from '../../commands/file-objection.ts'
import { expectFit, recordSample, sampleYear } from '../../commands/fill-sample-town.ts'
import { issueDecision } from '../../commands/issue-decision.ts'
import type { StoredEntry } from '../../commands/ledger-store.ts'
import { proposeDiscretion } from '../../commands/propose-discretion.ts'
import { takeProceedingStep } from '../../commands/take-proceeding-step.ts'
import { localDate, type LocalDate } from '../../domain/primitives/local-date.ts'
import { assert } from '../../domain/primitives/result.ts'
import type { Objection, Proceeding } from '../../domain/review/proceeding.ts'
import type { StepDeed } from '../../domain/review/step-deed.ts'
import { placedRules } from '../../domain/scheme/scheme.ts'
import type { Subject } from '../../policies/permit.ts'
import type { Role } from '../../policies/roles.ts'
import { readCases } from '../../queries/case-facts.ts'
import { daysAgo, sampleAct, type Happening, type SampleTown } from './sample-town.ts'

const outside = { ownOffices: [], inChargeOf: [] }
const office: Subject = { by: '丁岚', roles: ['office'], staffNumber: '008', ...outside }
const leader: Subject = { by: '邬若宁', roles: ['leadingGroup', 'principal'], staffNumber: '002', ...outside }
const staff = (by: string, staffNumber: string): Subject => ({ by, roles: ['staff'], staffNumber, ...outside })
const uninvolved = staff('尤和', '030')

/**
 * 异议与复核 in the sample: one reviewed and not upheld, one upheld and put right, two that wait for somebody; besides a
 * deduction that waits for the leading group, and entries somebody has acknowledged.
 */
export function objectInSample(town: SampleTown): Happening[] {
  return [...notUpheld(town), ...upheld(town), ...waiting(town)]
}

function notUpheld(town: SampleTown): Happening[] {
  const seen = localDate('2025-12-03')
  const [filed, answered] = [localDate('2025-12-11'), localDate('2025-12-15')]
  const [asked, decided] = [localDate('2025-12-18'), localDate('2025-12-25')]
  const own = () => entryOf(town, '030', '巡查时浏览购物网站')
  const objected = async () => objectionTo(town, (await own()).id)
  const minutes = {
    title: '考核领导小组第6次会议纪要',
    meetingOn: decided,
    present: ['覃望川', '邬若宁'],
    recused: [],
  }
  return [
    {
      on: seen,
      hour: 9,
      happens: async () => {
        const first = (await town.stores.ledger.ofYear(sampleYear, '030')).find(
          ({ state }) => state === 'confirmed',
        )
        assert(first !== undefined, 'somebody has entries')
        const act = sampleAct(town, seen, 9, uninvolved.by)
        expectFit(await acknowledgeEntries(town.stores, act, uninvolved, [first.id]), '示例的签收')
      },
    },
    {
      on: filed,
      hour: 14,
      happens: async () =>
        file(town, filed, uninvolved, {
          entryId: (await own()).id,
          words: '当时在网上查法律援助案例的庭审公告，不是购物，页面上的商品是广告。请核对巡查照片。',
        }),
    },
    {
      on: answered,
      hour: 10,
      happens: async () =>
        decide(town, answered, office, await objected(), {
          kind: 'answered',
          outcome: 'rejected',
          reasons: '巡查照片显示的是购物车结算页面，与办法“上班时间上网购物、炒股、玩游戏”的规定相符，扣分维持。',
          bulletinId: town.newId(),
        }),
    },
    {
      on: asked,
      hour: 16,
      happens: async () =>
        step(town, asked, uninvolved, await objected(), {
          kind: 'review-asked',
          words: '照片只拍到一个页面，请领导小组调看当天的上网记录。',
        }),
    },
    {
      on: decided,
      hour: 11,
      happens: async () =>
        decide(town, decided, leader, await objected(), {
          kind: 'review-decided',
          outcome: 'rejected',
          reasons: '调看当日上网记录，10时12分至10时31分访问的是购物网站，原扣分认定事实清楚，予以维持。',
          minutes,
          bulletinId: town.newId(),
        }),
    },
  ]
}

/** Somebody is charged twice for one thing; it is in the third quarter's bulletin before it is put right. */
function upheld(town: SampleTown): Happening[] {
  const noted = localDate('2025-09-19')
  const [filed, answered, cured] = [localDate('2025-10-13'), localDate('2025-10-16'), localDate('2025-10-17')]
  const note = '与督查登记表重复的一条'
  const double = town.files.entries.rows.find(({ cells }) =>
    ['去向', '2025-09'].every((word) => cells.some((cell) => cell.includes(word))),
  )
  assert(double !== undefined, 'somebody did not say where he was in September')
  const staffNumber = double.cells[town.files.entries.header.indexOf('工号')] ?? ''
  const noteColumn = town.files.entries.header.indexOf('说明')
  const cells = double.cells.map((cell, index) => (index === noteColumn ? note : cell))
  const objected = async () => objectionTo(town, (await entryOf(town, staffNumber, note)).id)
  return [
    {
      on: noted,
      hour: 17,
      happens: () =>
        recordSample(town.stores, sampleAct(town, noted, 17, '示例'), {
          ...town.files.entries,
          rows: [{ ...double, cells }],
        }),
    },
    {
      on: filed,
      hour: 15,
      happens: async () => {
        const subject = staff(await nameOf(town, staffNumber), staffNumber)
        const { id: entryId } = await entryOf(town, staffNumber, note)
        return file(town, filed, subject, {
          entryId,
          words: '同一次没有翻牌登记了两条，只应扣一次。',
        })
      },
    },
    {
      on: answered,
      hour: 10,
      happens: async () =>
        decide(town, answered, office, await objected(), {
          kind: 'answered',
          outcome: 'upheld',
          reasons: '经核对，两条登记的是同一天同一件事，后登记的一条重复，予以冲销。',
          bulletinId: town.newId(),
        }),
    },
    {
      on: cured,
      hour: 10,
      happens: async () => {
        const objection = await objected()
        const facts = await factsOf(town, cured, leader, objection)
        const act = sampleAct(town, cured, 10, leader.by)
        const seen = objection.steps.length
        const reversal = { objection, seen, facts, reason: '异议成立：重复登记' }
        expectFit(await cureByReversal(town.stores, act, leader, reversal), '示例的冲销')
      },
    },
  ]
}

/** What waits for somebody when the sample is looked at. */
function waiting(town: SampleTown): Happening[] {
  const leave = () => entryOf(town, '046', '请假未报政府办登记')
  const account = () => entryOf(town, '052', '科目记错')
  const objected = async () => objectionTo(town, (await leave()).id)
  const fileOn = (days: number, entry: () => Promise<StoredEntry>, words: string): Happening => ({
    on: daysAgo(town, days),
    hour: 9,
    happens: async () => {
      const { id: entryId, staffNumber } = await entry()
      const subject = staff(await nameOf(town, staffNumber), staffNumber)
      return file(town, daysAgo(town, days), subject, { entryId, words })
    },
  })
  return [
    fileOn(12, leave, '当天上午已向分管领导请假外出办事，请假条已补交政府办。'),
    {
      on: daysAgo(town, 8),
      hour: 10,
      happens: async () =>
        decide(town, daysAgo(town, 8), office, await objected(), {
          kind: 'answered',
          outcome: 'rejected',
          reasons: '请假条是次日补交的，督查时政府办没有登记，按办法应当扣分。',
          bulletinId: town.newId(),
        }),
    },
    {
      on: daysAgo(town, 5),
      hour: 10,
      happens: async () => {
        const objection = await objected()
        const subject = staff(await nameOf(town, objection.staffNumber), objection.staffNumber)
        return step(town, daysAgo(town, 5), subject, objection, {
          kind: 'review-asked',
          words: '办法允许紧急情况先口头请假，请领导小组复核。',
        })
      },
    },
    fileOn(1, account, '科目是按旧制度记的，新的核算办法十二月中旬才收到，请核对收文日期。'),
    { on: daysAgo(town, 2), hour: 11, happens: () => propose(town, daysAgo(town, 2)) },
  ]
}

async function propose(town: SampleTown, on: LocalDate): Promise<void> {
  const { stores } = town
  const [version] = await stores.versions.list()
  assert(version !== undefined, 'the sample has its scheme')
  const rule = [...placedRules(version.scheme)].find((placed) => placed.rule.effect === 'discretionary')?.rule
  assert(rule !== undefined, 'the sample leaves something to the leading group')
  const finding = {
    about: { kind: 'people' as const, staffNumbers: ['058'] },
    ruleId: rule.id,
    quantity: '1',
    occurredOn: localDate('2025-12-19'),
    matter: '年底慰问品发放',
    place: null,
    facts: '代领慰问品两份，未及时转交，经提醒后已送达本人，没有造成其他影响。',
  }
  const act = sampleAct(town, on, 11, office.by)
  const factsFor = (discretion: Proceeding) => factsOf(town, on, office, discretion)
  expectFit(await proposeDiscretion(stores, act, finding, factsFor), '示例的裁量提请')
}

async function file(
  town: SampleTown,
  on: LocalDate,
  subject: Subject,
  { entryId, words }: { readonly entryId: string; readonly words: string },
): Promise<void> {
  const { stores } = town
  const [entry] = await stores.ledger.find([entryId])
  assert(entry !== undefined, 'what is objected to is there')
  const { staffNumber, occurredOn } = entry
  const act = sampleAct(town, on, 14, subject.by)
  const objection = unfiledObjection(act, { subject: { about: 'entry', entryId, occurredOn }, staffNumber })
  const facts = await factsOf(town, on, subject, objection)
  expectFit(await fileObjection(stores.proceedings, objection, { words, facts }), '示例的异议')
}

async function step(
  town: SampleTown,
  on: LocalDate,
  subject: Subject,
  proceeding: Objection,
  deed: StepDeed,
): Promise<Objection> {
  const facts = await factsOf(town, on, subject, proceeding)
  const taken = { proceeding, seen: proceeding.steps.length, deed, facts }
  return expectFit(await takeProceedingStep(town.stores.proceedings, taken), `示例异议的${deed.kind}`)
}

type Decision = Extract<StepDeed, { readonly kind: 'answered' | 'review-decided' }> & {
  readonly bulletinId: string
}

async function decide(
  town: SampleTown,
  on: LocalDate,
  subject: Subject,
  proceeding: Objection,
  deed: Decision,
): Promise<void> {
  const { stores, engineVersion } = town
  const decided = await step(town, on, subject, proceeding, deed)
  const { staffNumber } = proceeding
  await issueDecision(stores, sampleAct(town, on, 11, subject.by), decided, {
    kind: deed.kind === 'answered' ? 'objection-answer' : 'review-decision',
    bulletinId: deed.bulletinId,
    town: await stores.readTownName(),
    engineVersion,
    name: await nameOf(town, staffNumber),
    about: await entryWords(town, proceeding),
  })
}

async function entryWords({ stores }: SampleTown, { subject }: Objection): Promise<readonly string[]> {
  if (subject.about !== 'entry') return []
  const [entry] = await stores.ledger.find([subject.entryId])
  return entry === undefined ? [] : [`${entry.occurredOn}，${entry.note ?? ''}。`, `依据：“${entry.clause}”`]
}

async function factsOf(town: SampleTown, on: LocalDate, subject: Subject, proceeding: Proceeding) {
  const isOfGroup = ({ roles }: { readonly roles: readonly Role[] }) => roles.includes('leadingGroup')
  const members = town.files.accounts.map((account) => ({ ...account, decides: isOfGroup(account) }))
  const cases = await readCases(town.stores, [proceeding], members, on)
  return cases.factsOf(proceeding, { subject, at: sampleAct(town, on, 14, subject.by).at, today: on })
}

async function objectionTo({ stores }: SampleTown, entryId: string): Promise<Objection> {
  const [found] = await stores.proceedings.againstEntries([entryId])
  assert(found !== undefined, 'somebody has objected to it')
  return found
}

async function entryOf({ stores }: SampleTown, staffNumber: string, note: string): Promise<StoredEntry> {
  const entries = await stores.ledger.ofYear(sampleYear, staffNumber)
  const found = entries.findLast((entry) => entry.note === note)
  assert(found !== undefined, `${staffNumber} has an entry that says ${note}`)
  return found
}

async function nameOf({ stores }: SampleTown, staffNumber: string): Promise<string> {
  return (await stores.roster.assignments()).find((one) => one.staffNumber === staffNumber)?.name ?? staffNumber
}
