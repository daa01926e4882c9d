import { randomUUID } from 'node:crypto'
import { accept, assert } from '../../src/domain/primitives/result.ts'
import type { Role } from '../../src/policies/roles.ts'
import { person, rule, schemeOf } from '../builders/town.ts'
import { adopt, employ } from '../support/town-app.ts'
import { fillProposal } from './fill-proposals.ts'
import { fillRecords } from './fill-records.ts'
import { fillProceedings, type PersonsProceedings } from './fill-proceedings.ts'
import { addAccount, type Account } from './people-of-a-town.ts'
import type { Heard, RunningServer } from './running-server.ts'

/** 2025 has ended, and its result can be proposed. */
export const now = '2026-01-10T02:00:00Z'
export const year = 2025

/** Whose things these are; the same ids for every person where a thing is nobody's in particular. */
export type Things = {
  readonly staffNumber: string
  readonly office: string
  /** Confirmed and then reversed, so that asking to confirm or reverse it again changes nothing. */
  readonly entryId: string
  /** By register, a line about the person. */
  readonly recordIds: Readonly<Record<string, string>>
  /** 登记建议 about the person, dismissed. */
  readonly proposedEntryId: string
  /** An account nobody signs in with. */
  readonly accountId: string
  readonly sessionId: string
  readonly draftId: string
  readonly version: string
  readonly markId: string
  readonly adoptionId: string
  readonly resultId: string
  readonly payListId: string
  /** A bulletin of the whole town, final. */
  readonly bulletinId: string
  readonly bulletinDraftId: string
  readonly requestId: string
  /** An objection and a proposed deduction of the person, both withdrawn, and a file handed in. */
  readonly proceedingId: string
  readonly discretionId: string
  readonly attachmentId: string
  /** A file of the entry, handed in before it was reversed. */
  readonly evidenceId: string
  /** A round of inspection that has ended. */
  readonly roundId: string
  /** A robot of its reminders. */
  readonly robotId: string
  /** A complaint that is not about anybody yet. */
  readonly complaintId: string
  /** A turn of duty of the person's, still to come. */
  readonly turnId: string
  /** A meeting to which everybody is called. */
  readonly gatheringId: string
  readonly townId: string
}

export type FullTown = {
  readonly tenantId: string
  readonly mark: string
  readonly officeA: string
  readonly officeB: string
  readonly accounts: Readonly<Record<Exclude<Role, 'district'>, Account>>
  readonly half: Account
  /** By 工号: 101 and 102 of the first office, 201 of the second, 301 in charge of the first, 401 the principal. */
  readonly thingsOf: (person: PersonKey) => Things
  readonly staffNumber: (person: PersonKey) => string
}

export const personKeys = ['101', '102', '201', '301', '401'] as const
export type PersonKey = (typeof personKeys)[number]

/** The roles that come of the roster, and whose they are. */
export const personOfRole: Partial<Record<Role, PersonKey>> = { staff: '101', deputy: '301', principal: '401' }

const rolesOfTowns: readonly Exclude<Role, 'district'>[] = [
  'leadingGroup',
  'office',
  'inspector',
  'deputy',
  'principal',
  'staff',
  'discipline',
  'finance',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'founder',
]

/**
 * A town in which there is one of everything, with `mark` in every text somebody fills in. Without administrators its
 * founder still has that role's rights, and the administrators' accounts have no role.
 */
export async function fillTown(
  server: RunningServer,
  mark: string,
  code: string,
  { withAdministrators = true } = {},
): Promise<FullTown> {
  const { app } = server
  const tenantId = randomUUID()
  await app.services.inAccounts(async (accounts) =>
    accept(
      await accounts.addTown({ id: tenantId, name: `${mark}镇`, code, isSample: false, createdAt: app.clock.now }),
    ),
  )
  const [officeA, officeB] = [`${mark}综治办`, `${mark}党办`]
  const staffNumber = (key: PersonKey) => `${mark}${key}`
  const town = { ...app, tenantId, cookie: '' }
  await adopt(town, schemeWith(mark, officeA, officeB), '2025-01-01')
  await employ(town, [
    person(staffNumber('101'), { name: `何青${mark}`, office: officeA }),
    person(staffNumber('102'), { name: `单晓云${mark}`, office: officeA }),
    person(staffNumber('201'), { name: `吕平${mark}`, office: officeB }),
    person(staffNumber('301'), { name: `柏舟${mark}`, office: '', post: '分管领导', inChargeOf: [officeA] }),
    person(staffNumber('401'), { name: `乔木${mark}`, office: '', post: '主要领导' }),
  ])
  const member = (userName: string, roles: readonly Role[], key?: PersonKey) =>
    addAccount(app, {
      tenantId,
      userName: `${userName}${mark}`,
      roles,
      staffNumber: key === undefined ? null : staffNumber(key),
    })
  const accounts = await accountsOfRoles(member, withAdministrators)
  const half = await addAccount(app, {
    tenantId,
    userName: `半登录${mark}`,
    roles: ['office'],
    staffNumber: null,
    isWhole: false,
  })
  const helpers = {
    confirmer: await member('复核', ['office']),
    reverser: await member('更正', ['office']),
  }
  const keeper = withAdministrators ? accounts.systemAdmin : accounts.founder
  const filled = await fill({ server, mark, accounts, helpers, keeper, staffNumber, tenantId })
  const idle = await idleAccounts(member)
  const proceedings = new Map<PersonKey, PersonsProceedings>()
  for (const key of personKeys) {
    const given = { mark, staffNumber: staffNumber(key), entryId: idOf(filled.entryIds, key) }
    proceedings.set(key, await fillProceedings(server, tenantId, given))
  }
  const records = new Map<PersonKey, Things['recordIds']>()
  for (const key of personKeys) {
    const given = { staffNumber: staffNumber(key), office: key === '201' ? officeB : officeA }
    records.set(key, await fillRecords(server, tenantId, given))
  }
  const proposedEntries = new Map<PersonKey, string>()
  for (const key of personKeys)
    proposedEntries.set(key, await fillProposal(server, tenantId, { mark, staffNumber: staffNumber(key) }))
  return {
    tenantId,
    mark,
    officeA,
    officeB,
    accounts,
    half,
    staffNumber,
    thingsOf: (key) => ({
      ...filled.ofTown,
      townId: tenantId,
      staffNumber: staffNumber(key),
      office: key === '201' ? officeB : officeA,
      entryId: idOf(filled.entryIds, key),
      turnId: idOf(filled.turnIds, key),
      ...proceedingsOf(proceedings, key),
      recordIds: records.get(key) ?? {},
      proposedEntryId: idOf(proposedEntries, key),
      accountId: idOf(idle, key),
      sessionId: half.sessionId,
    }),
  }
}

function proceedingsOf(all: ReadonlyMap<PersonKey, PersonsProceedings>, key: PersonKey): PersonsProceedings {
  const found = all.get(key)
  assert(found !== undefined, 'everyone has proceedings of his own')
  return found
}

type Member = (userName: string, roles: readonly Role[], key?: PersonKey) => Promise<Account>

async function accountsOfRoles(member: Member, withAdministrators: boolean): Promise<FullTown['accounts']> {
  const made = new Map<Role, Account>()
  for (const role of rolesOfTowns) {
    const key = personOfRole[role]
    const isLeftOut = key !== undefined || (!withAdministrators && role.endsWith('Admin'))
    made.set(role, await member(`账号${role}`, isLeftOut ? [] : [role], key))
  }
  const of = (role: Role): Account => {
    const account = made.get(role)
    assert(account !== undefined, 'every role of a town has its account')
    return account
  }
  return {
    leadingGroup: of('leadingGroup'),
    office: of('office'),
    inspector: of('inspector'),
    deputy: of('deputy'),
    principal: of('principal'),
    staff: of('staff'),
    discipline: of('discipline'),
    finance: of('finance'),
    systemAdmin: of('systemAdmin'),
    securityAdmin: of('securityAdmin'),
    auditAdmin: of('auditAdmin'),
    founder: of('founder'),
  }
}

/** One for each person whom the matrix asks about, to be suspended and reopened at will. */
async function idleAccounts(member: Member): Promise<ReadonlyMap<PersonKey, string>> {
  const idle = new Map<PersonKey, string>()
  for (const key of personKeys) idle.set(key, (await member(`闲置${key}`, [])).accountId)
  return idle
}

function idOf(ids: ReadonlyMap<PersonKey, string>, key: PersonKey): string {
  const id = ids.get(key)
  assert(id !== undefined, `there is something of ${key}`)
  return id
}

function schemeWith(mark: string, officeA: string, officeB: string) {
  const item = (id: string, rules: ReturnType<typeof rule>[]) => ({
    id,
    title: `${mark}${id}项目`,
    points: 10,
    rules,
  })
  return schemeOf({
    title: `${mark}考核办法`,
    total: 40,
    rollUps: [
      { post: '分管领导', of: '工作人员', method: 'mean' },
      { post: '主要领导', of: '分管领导', method: 'mean' },
    ],
    categories: [
      {
        id: 'public',
        title: `${mark}公共`,
        points: 10,
        sheets: [
          {
            id: 'everyone',
            title: `${mark}公共表`,
            points: 10,
            items: [
              item('discipline', [
                rule('absent', { points: 2, condition: `${mark}脱岗` }),
                rule('notes', {
                  points: 1,
                  condition: `${mark}读书笔记`,
                  shortfall: { target: 10, unit: '篇', step: 1 },
                }),
              ]),
            ],
          },
        ],
      },
      {
        id: 'business',
        title: `${mark}业务`,
        points: 10,
        sheets: [
          {
            id: 'a',
            title: officeA,
            office: officeA,
            points: 10,
            items: [item('safety', [rule('unsafe', { points: 5 })])],
          },
          {
            id: 'b',
            title: officeB,
            office: officeB,
            points: 10,
            items: [item('paper', [rule('typo', { points: 0.5 })])],
          },
        ],
      },
      { id: 'rated', title: `${mark}评议`, points: 20, kind: 'rated' },
    ],
  })
}

type Filling = {
  readonly server: RunningServer
  readonly mark: string
  readonly accounts: FullTown['accounts']
  readonly helpers: { readonly confirmer: Account; readonly reverser: Account }
  /** Looks after the settings. */
  readonly keeper: Account
  readonly staffNumber: (key: PersonKey) => string
  readonly tenantId: string
}

/** What people do in a year, done as they do it: over the API. */
async function fill(filling: Filling) {
  const { mark, accounts } = filling
  const doneBy = (account: Account) => doer(filling.server, account)
  const office = doneBy(accounts.office)
  const entryIds = await fillLedger(filling)
  await office('POST', '/api/registers/settlements', {
    ruleId: 'notes',
    window: { first: '2025-01-01', last: '2025-12-31' },
    kind: 'checked',
    reason: `${mark}认定`,
  })
  const markId = await fillRatings(filling)
  const roundId = await fillPeriods(filling, idOf(entryIds, '101'))
  const robot = await doneBy(filling.keeper)('POST', '/api/reminders/robots', {
    kind: 'dingtalk',
    title: `${mark}群`,
    address: 'https://oapi.dingtalk.com/robot/send?access_token=1',
    secret: `${mark}密钥`,
    roles: ['office'],
  })
  const complaint = await doneBy(accounts.discipline)('POST', '/api/complaints', {
    channel: 'letter',
    receivedOn: '2025-12-30',
    words: `${mark}反映窗口上班没有人`,
    about: `${mark}窗口`,
    name: `${mark}举报人`,
  })
  const { turnIds, gatheringId } = await fillDutyAndGatherings(filling)
  const decided = await fillResults(filling)
  const draftId = await fillDrafts(filling)
  const leave = { kind: 'long-leave', on: '2026-01-05', to: '2026-01-06', note: `${mark}请假` }
  const changed = { staffNumbers: [filling.staffNumber('102')], change: leave, reason: `${mark}登记` }
  await office('POST', '/api/people/changes', changed)
  const asked = await doneBy(accounts.staff)('POST', '/api/own-data/corrections', { words: `${mark}名字写错了` })
  const answered = { state: 'declined', answer: `${mark}没有写错` }
  await office('POST', `/api/corrections/${asked.id}/answer`, answered)
  const waiting = await doneBy(accounts.deputy)('POST', '/api/own-data/corrections', {
    words: `${mark}职务写错了`,
  })
  assert(waiting.id !== asked.id, 'two requests')
  return {
    entryIds,
    turnIds,
    ofTown: {
      ...decided,
      ...draftId,
      markId,
      roundId,
      robotId: robot.id,
      complaintId: complaint.id,
      gatheringId,
      requestId: asked.id,
      version: '1',
    },
  }
}

async function fillLedger({ server, mark, accounts, helpers, staffNumber }: Filling) {
  const record = (key: PersonKey) =>
    doer(server, accounts.office)('POST', '/api/entries', {
      about: { kind: 'people', staffNumbers: [staffNumber(key)] },
      ruleId: 'absent',
      quantity: '1',
      occurredOn: '2025-05-06',
      matter: `${mark}事由`,
      place: `${mark}地点`,
      note: `${mark}备注`,
      basis: `${mark}依据`,
    })
  const confirm = (entryId: string) =>
    doer(server, helpers.confirmer)('POST', '/api/entries/confirmations', { entryIds: [entryId] })
  const entryIds = new Map<PersonKey, string>()
  for (const key of personKeys) {
    await confirm((await record(key)).id)
    const { id } = await record(key)
    await confirm(id)
    await doer(server, helpers.reverser)('POST', `/api/entries/${id}/reversal`, { reason: `${mark}录错` })
    entryIds.set(key, id)
  }
  return entryIds
}

/** A turn of duty for each, and a meeting. */
async function fillDutyAndGatherings({ server, mark, accounts, staffNumber }: Filling) {
  const office = doer(server, accounts.office)
  const add = async (register: string, number: string | null, body: object): Promise<string> => {
    const days = { first: '2026-01-20', last: '2026-01-20' }
    const form = { staffNumber: number, office: null, ...days, body }
    return (await office('POST', `/api/registers/${register}`, form)).id
  }
  const turnIds = new Map<PersonKey, string>()
  for (const key of personKeys)
    turnIds.set(key, await add('duty', staffNumber(key), { post: 'member', shift: 'whole', note: `${mark}值班` }))
  const gatheringId = await add('gathering', null, {
    kind: 'meeting',
    title: `${mark}例会`,
    startsAt: '09:00',
    place: `${mark}会议室`,
  })
  return { turnIds, gatheringId }
}

/** A round with a finding that was taken back, January closed, an entry acknowledged, a day off. */
async function fillPeriods({ server, mark, accounts, helpers, staffNumber }: Filling, ownEntryId: string) {
  const office = doer(server, accounts.office)
  const officeA = `${mark}综治办`
  const { id } = await office('POST', '/api/inspections', {
    number: 1,
    fromOn: '2025-12-01',
    toOn: '2025-12-05',
    offices: [officeA, `${mark}党办`],
    inspectors: [`账号inspector${mark}`],
  })
  const round = `/api/inspections/${id}`
  await office('POST', `${round}/visits`, { office: officeA, words: `${mark}在岗` })
  const found = await office('POST', `${round}/findings`, {
    office: officeA,
    finding: {
      about: { kind: 'people', staffNumbers: [staffNumber('101')] },
      ruleId: 'absent',
      quantity: '1',
      occurredOn: '2025-12-02',
      note: `${mark}不在`,
    },
  })
  await doer(server, helpers.reverser)('POST', `/api/entries/${found.entryId}/reversal`, { reason: `${mark}误记` })
  const unvisited = [{ office: `${mark}党办`, reason: `${mark}下村` }]
  const { digest } = await office('POST', `${round}/report`, { unvisited, withNames: true })
  await office('POST', `${round}/end`, { unvisited, withNames: true, digest })
  const table = { month: '2025-01', reason: `${mark}先结` }
  const shown = await office('POST', '/api/months/preview', table)
  await office('POST', '/api/months/close', { ...table, digest: shown.digest })
  await doer(server, accounts.staff)('POST', '/api/own-news/acknowledgements', { entryIds: [ownEntryId] })
  await office('PUT', '/api/calendar', { day: '2025-06-06', kind: 'off', note: `${mark}放假` })
  return id
}

async function fillRatings({ server, mark, accounts, staffNumber }: Filling): Promise<string> {
  const office = doer(server, accounts.office)
  const rate = async (key: PersonKey): Promise<string> => {
    const asked = { year, staffNumber: staffNumber(key), categoryId: 'rated', group: null, mark: '90' }
    return (await office('POST', '/api/ratings', { ...asked, source: `${mark}评议表` })).id
  }
  const withdrawn = await rate('101')
  await office('POST', `/api/ratings/${withdrawn}/withdrawal`, { reason: `${mark}误录` })
  // Leaders have the mean of others.
  for (const key of ['101', '102', '201'] as const) await rate(key)
  return withdrawn
}

async function fillResults({ server, mark, accounts }: Filling) {
  const [office, leaders] = [doer(server, accounts.office), doer(server, accounts.leadingGroup)]
  const approve = async (what: 'final-results' | 'pay-lists', amount: object): Promise<string> => {
    const asked = new URLSearchParams({ year: String(year), ...amount })
    const { digest } = await office('GET', `/api/${what}/preview?${asked.toString()}`)
    const { id } = await office('POST', `/api/${what}`, { year, ...amount, digest, note: `${mark}提请` })
    await leaders('POST', `/api/${what}/${id}/approval`, { minutes: `${mark}纪要` })
    return id
  }
  const resultId = await approve('final-results', {})
  const bulletinId = await noticeResult(server, mark, office)
  const payListId = await approve('pay-lists', { perPerson: '1000' })
  const { id: bulletinDraftId } = await office('POST', '/api/bulletin-drafts', {
    kind: 'quarterly',
    period: `${String(year)}-Q1`,
  })
  return { resultId, bulletinId, payListId, bulletinDraftId }
}

/** The result in 公示 for a day, some days ago, and final now. */
async function noticeResult(
  { app }: RunningServer,
  mark: string,
  office: ReturnType<typeof doer>,
): Promise<string> {
  const { now: today } = app.clock
  app.clock.now = new Date('2026-01-02T02:00:00Z')
  const draft = await office('POST', '/api/bulletin-drafts', { kind: 'annual', period: String(year) })
  const title = `${mark}年度公示`
  await office('PUT', `/api/bulletin-drafts/${draft.id}`, {
    title,
    seen: app.clock.now.toISOString(),
    terms: {
      notice: { days: 1, kind: 'calendar' },
      contact: `${mark}考核办`,
      scope: `${mark}成绩`,
      gradesOnly: false,
      reason: null,
    },
  })
  const { digest } = await office('GET', `/api/bulletin-drafts/${draft.id}`)
  const { id } = await office('POST', `/api/bulletin-drafts/${draft.id}/publication`, { digest, title })
  app.clock.now = today
  await office('POST', `/api/bulletins/${id}/finalisation`)
  return id
}

async function fillDrafts({ server, mark, accounts }: Filling) {
  const [office, leaders] = [doer(server, accounts.office), doer(server, accounts.leadingGroup)]
  await office('POST', '/api/drafts/blank', { title: `${mark}空白方案` })
  const form = new FormData()
  form.set('file', new Blob([`${mark}办法\n迟到一次扣1分。\n`]), `${mark}办法.txt`)
  await office('POST', '/api/drafts/from-file', form)
  const { draftId, revision } = await office('POST', '/api/drafts/from-version', { version: 1 })
  const adoption = { revision, effectiveFrom: '2026-02-01', basis: `${mark}会议`, note: `${mark}说明` }
  const { id: adoptionId } = await office('POST', `/api/drafts/${draftId}/adoption`, adoption)
  await leaders('POST', `/api/adoptions/${adoptionId}/rejection`, { reason: `${mark}再议` })
  return { draftId, adoptionId }
}

type Named = {
  readonly id: string
  readonly draftId: string
  readonly revision: number
  readonly digest: string
  readonly entryId: string
}

/** Does it and says what came of it, wherever in the answer it stands; what is refused ends the test. */
function doer(server: RunningServer, { cookie }: Account) {
  return async (method: string, path: string, body?: unknown): Promise<Named> => {
    const heard = await server.ask(method, path, { cookie, key: randomUUID(), body })
    assert(heard.status === 200 && !heard.text.includes('"ready":false'), `${method} ${path} ${heard.text}`)
    return namedIn(heard)
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- one of many answers, of which one field is wanted
function namedIn(heard: Heard): Named {
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  const answer: any = JSON.parse(heard.text)
  const rating = answer.rating?.whole
  return {
    id: answer.id ?? answer.round?.id ?? answer.entries?.[0]?.id ?? answer.record?.id ?? rating?.id ?? '',
    draftId: answer.draftId ?? answer.draft?.id ?? answer.id ?? '',
    revision: answer.revision ?? answer.draft?.revision ?? 0,
    digest: answer.digest ?? answer.preview?.digest ?? '',
    entryId: answer.offices?.[0]?.entries?.[0]?.id ?? '',
  }
}

/** A second version, in force later. */
export async function adoptSecondVersion({ app }: RunningServer, { tenantId, mark, officeA, officeB }: FullTown) {
  await adopt({ ...app, tenantId, cookie: '' }, schemeWith(mark, officeA, officeB), '2026-03-01', 2)
}
