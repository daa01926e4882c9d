import type { AuditRow, AuditStore } from '../commands/audit-store.ts'
import type { CorrectionStore } from '../commands/correction-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { EntryState } from '../domain/ledger/entry.ts'
import { formatPoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import { townMoment } from '../domain/primitives/local-date.ts'
import { formatQuantity } from '../domain/primitives/quantity.ts'
import { absenceWords } from '../domain/roster/absence.ts'
import type { ItemScore, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import type { Subject } from '../policies/permit.ts'
import type { AssessmentPeriod } from './assessment-period.ts'
import type { EntryViewStores } from './entry-view.ts'
import { listEntries } from './list-entries.ts'
import { readAssessedYear, type AssessmentPorts } from './read-assessed-year.ts'

/** A table of what is kept about somebody, in words. */
export type OwnRecordPart = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Stores = AssessmentPorts &
  EntryViewStores & {
    readonly versions: SchemeVersionStore
    readonly roster: RosterStore
    readonly ledger: LedgerStore
    readonly audit: AuditStore
    readonly corrections: CorrectionStore
  }

/** What the words of the audit and of roles are comes with who asks: they stand in the contract. */
export type OwnRecordWords = {
  readonly roles: (roles: readonly string[]) => string
  readonly operation: (operation: string) => string
  readonly outcome: (outcome: AuditRow['outcome']) => string
  readonly object: (object: AuditRow['object']) => string
}

/** However long somebody has worked here, a file stays one that opens. */
const mostRows = 10_000

/**
 * Everything kept about one's own person: the account, the roster, the ledger, the scores of one year, the marks as
 * their mean alone (who gave which stays with the raters), one's own requests and acts, and in what office, not under
 * what name, others looked at one's score sheet. What 纪检 looks at is not told to whom it is about.
 */
export async function readOwnRecord(
  stores: Stores,
  subject: Subject & { readonly staffNumber: string },
  period: AssessmentPeriod,
  words: OwnRecordWords,
): Promise<readonly OwnRecordPart[]> {
  const sheet = await ownSheet(stores, subject.staffNumber, period)
  return [
    accountPart(subject, words),
    await rosterPart(stores, subject.staffNumber),
    await entriesPart(stores, subject),
    scorePart(sheet, period.name),
    ratingPart(sheet, period.name),
    await correctionsPart(stores, subject.staffNumber),
    await actsPart(stores, subject.by, words),
    await looksPart(stores, subject.staffNumber, words),
  ]
}

async function ownSheet(
  stores: Stores,
  staffNumber: string,
  period: AssessmentPeriod,
): Promise<ScoreSheet | null> {
  const assessed = await readAssessedYear(stores, period)
  if (!assessed.ok) return null
  return assessed.value.sheets.find((sheet) => sheet.staffNumber === staffNumber) ?? null
}

function accountPart({ by, staffNumber, roles }: Subject, words: OwnRecordWords): OwnRecordPart {
  return {
    title: '账号与角色',
    header: ['用户名', '工号', '身份'],
    rows: [[by, staffNumber ?? '', words.roles(roles)]],
  }
}

async function rosterPart({ roster }: Stores, staffNumber: string): Promise<OwnRecordPart> {
  const stays = await roster.assignmentsOf(staffNumber)
  const absences = (await roster.absences()).filter((absence) => absence.staffNumber === staffNumber)
  return {
    title: '花名册记录',
    header: ['工号', '姓名', '起', '止', '办公室', '职务', '分管办公室', '编制', '说明'],
    rows: [
      ...stays.map(({ name, from, to, office, post, inChargeOf, employment }) => [
        staffNumber,
        name,
        from ?? '',
        to ?? '',
        office,
        post,
        inChargeOf.join('、'),
        employment ?? '',
        '',
      ]),
      ...absences.map(({ kind, from, to, note }) => [
        staffNumber,
        stays[0]?.name ?? '',
        from,
        to ?? '',
        '',
        absenceWords[kind],
        '',
        '',
        note,
      ]),
    ],
  }
}

const stateWords: Readonly<Record<EntryState, string>> = {
  recorded: '待确认',
  confirmed: '已确认',
  reversed: '已冲销',
}

async function entriesPart(
  stores: Stores,
  subject: Subject & { readonly staffNumber: string },
): Promise<OwnRecordPart> {
  const { staffNumber } = subject
  const filter = { state: null, office: null, staffNumber, from: null, to: null, words: null }
  const slice = { page: 1, pageSize: mostRows }
  const reach = { kind: 'some', staffNumber, offices: [] } as const
  const { entries } = await listEntries(stores, filter, slice, { subject, reach })
  return {
    title: '台账记录',
    header: [
      '日期',
      '条款',
      '原文',
      '数量',
      '等级',
      '事项',
      '说明',
      '依据',
      '状态',
      '登记',
      '确认',
      '冲销',
      '签收',
    ],
    rows: entries.map((entry) => [
      entry.occurredOn,
      entry.ruleSentence,
      entry.clause,
      `${formatQuantity(entry.quantity)}${entry.unit ?? ''}`,
      ...[entry.level, entry.matter, entry.note, entry.basis].map((text) => text ?? ''),
      stateWords[entry.state],
      signed(entry.recordedAt, entry.recordedBy),
      signed(entry.confirmedAt, entry.confirmedBy),
      entry.reversal === null ? '' : `${signed(entry.reversal.at, entry.reversal.by)} ${entry.reversal.reason}`,
      entry.acknowledgedOn ?? '',
    ]),
  }
}

function signed(at: string | Date | null, by: string | null): string {
  return at === null ? '' : `${townMoment(new Date(at).getTime())} ${by ?? ''}`.trim()
}

function scorePart(sheet: ScoreSheet | null, period: string): OwnRecordPart {
  const header = ['类别', '项目', '满分', '得分', '说明']
  const title = `成绩 ${period}`
  if (sheet === null) return { title, header, rows: [] }
  const items = sheet.categories.flatMap((category) => [
    [category.title, '', points(category.full), points(category.score), ''],
    ...category.sheets.flatMap((part) => part.items.map((item) => itemRow(category.title, item))),
  ])
  const rewards = sheet.rewards === null ? [] : [itemRow('工作奖励', sheet.rewards)]
  return {
    title,
    header,
    rows: [
      ...items,
      ...rewards,
      ['合计', '工作项目成绩', '', points(sheet.work), ''],
      ['合计', '工作奖励成绩', '', points(sheet.reward), ''],
      ['合计', '绩效成绩', '', points(sheet.score), sheet.partial ? `待评，已计${points(sheet.soFar)}分` : ''],
    ],
  }
}

function itemRow(category: string, { title, full, score, lines }: ItemScore): readonly string[] {
  const moved = lines.filter(({ kind, change }) => kind !== 'base' && change !== 0)
  const words = moved.map(({ occurredOn, clause, change }) => `${occurredOn ?? ''} ${clause} ${points(change)}分`)
  return [category, title, points(full), points(score), words.map((line) => line.trim()).join('；')]
}

function points(amount: Centipoints | null): string {
  return amount === null ? '' : formatPoints(amount)
}

function ratingPart(sheet: ScoreSheet | null, period: string): OwnRecordPart {
  const rated = (sheet?.categories ?? []).filter(({ kind }) => kind === 'rated')
  return {
    title: `评议得分 ${period}`,
    header: ['评议类别', '满分', '得分'],
    rows: rated.map(({ title, full, score }) => [title, points(full), score === null ? '待评' : points(score)]),
  }
}

async function correctionsPart({ corrections }: Stores, staffNumber: string): Promise<OwnRecordPart> {
  const words = { open: '待答复', done: '已更正', declined: '不予更正' }
  return {
    title: '更正申请',
    header: ['申请', '内容', '状态', '答复', '答复人'],
    rows: (await corrections.list(staffNumber)).map((request) => [
      signed(request.at, request.by),
      request.words,
      words[request.state],
      request.answer ?? '',
      signed(request.answeredAt, request.answeredBy),
    ]),
  }
}

const anything = { from: null, until: null, by: null, person: null, about: null, kind: null, outcome: null }
const whole = { ...anything, operations: null, words: null }

async function actsPart({ audit }: Stores, by: string, words: OwnRecordWords): Promise<OwnRecordPart> {
  const { rows } = await audit.find({ ...whole, by }, { offset: 0, limit: mostRows })
  return {
    title: '本人的操作',
    header: ['时间', '操作', '对象', '结果', '地址'],
    rows: rows.map(({ at, operation, object, outcome, address }) => [
      townMoment(at.getTime()),
      words.operation(operation),
      words.object(object),
      words.outcome(outcome),
      address,
    ]),
  }
}

async function looksPart({ audit }: Stores, about: string, words: OwnRecordWords): Promise<OwnRecordPart> {
  const { rows } = await audit.find({ ...whole, about, kind: 'look' }, { offset: 0, limit: mostRows })
  return {
    title: '谁看过我的成绩单',
    header: ['时间', '以什么身份'],
    rows: rows
      .filter(({ roles }) => !roles.includes('discipline'))
      .map(({ at, roles }) => [townMoment(at.getTime()), words.roles(roles)]),
  }
}
