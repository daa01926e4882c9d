import { assessmentPeriod } from '../../queries/assessment-period.ts'
import { listUnkeptRegisters, type UnkeptRegisterRow } from '../../queries/list-unkept-registers.ts'
import {
  readAssessedYear,
  readYear,
  type AssessedYear,
  type AssessmentPorts,
} from '../../queries/read-assessed-year.ts'
import { readPay } from '../../queries/read-pay.ts'
import { readLateEntries } from '../../queries/read-late-entries.ts'
import { isSheetWithin, missingPeople, readStandings } from '../../queries/read-standings.ts'
import type { AuditNote } from '../../commands/audit-store.ts'
import { settleRegister } from '../../commands/settle-register.ts'
import { formatHundredths } from '../../domain/primitives/centipoints.ts'
import { localDate, yearOf, yearSpan, type DaySpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import { ratio, roundHalfUp } from '../../domain/primitives/ratio.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { payRefusalSentence } from '../../domain/pay/pay-refusal-sentence.ts'
import type { PayList, PayRefusal, PaySubtotal as Subtotal } from '../../domain/pay/share-pool.ts'
import { clauseOf } from '../../domain/scheme/clause-of.ts'
import { removedEntries } from '../../domain/scoring/removed-entries.ts'
import { standings } from '../../domain/standing/standings.ts'
import { readPerPerson } from '../read-per-person.ts'
import type { PayAnswer, PaySubtotal, resultEndpoints, UnkeptRegister } from '../contract/results.ts'
import type { RouteGroup } from '../route.ts'

type Asked = { readonly period: string; readonly asOf?: string | undefined }

function assessedYear(stores: AssessmentPorts, today: LocalDate, { period, asOf }: Asked) {
  const day = asOf === undefined ? null : localDate(asOf)
  return readAssessedYear(stores, assessmentPeriod(period, today, day))
}

/** The unkept registers of a year; nobody need be assessed to know them. */
async function unkeptRegisters(stores: AssessmentPorts, today: LocalDate, year: number) {
  const onRecord = await readYear(stores, assessmentPeriod(String(year), today, null))
  return onRecord.ok ? accept(listUnkeptRegisters(onRecord.value)) : onRecord
}

function toUnkeptRegister({ rule, itemTitle, span, decision }: UnkeptRegisterRow): UnkeptRegister {
  return {
    ruleId: rule.id,
    itemTitle,
    sentence: rule.sentence,
    clause: clauseOf(rule),
    window: span,
    decision:
      decision === null
        ? null
        : { kind: decision.kind, reason: decision.reason, at: decision.at.toISOString(), by: decision.by },
  }
}

type AskedPay = {
  readonly year: number
  readonly asOf?: string | undefined
  readonly perPerson?: string | undefined
}

/** The year's pay list by the amount asked for, or why there is none, with the year it rests on. */
async function askedPay(stores: AssessmentPorts, today: LocalDate, { year, asOf, perPerson }: AskedPay) {
  const amount = readPerPerson(perPerson)
  if (!amount.ok) return amount
  const assessed = await assessedYear(stores, today, { period: String(year), asOf })
  if (!assessed.ok) return assessed
  return accept({ assessed: assessed.value, list: readPay(assessed.value, amount.value) })
}

function toSubtotal(label: string, sums: Omit<Subtotal, 'employment'>): PaySubtotal {
  const { people, contributedFen, score, payFen, moneyFen, netFen } = sums
  return { label, people, contributedFen, score, payFen, differenceFen: payFen - contributedFen, moneyFen, netFen }
}

function toPayAnswer(list: PayList, { period }: AssessedYear): PayAnswer {
  return {
    complete: true,
    asOf: period.asOf,
    yearEnded: period.asOf >= yearSpan(period.year).last,
    perPersonFen: list.perPersonFen,
    poolFen: list.poolFen,
    scoreSum: formatHundredths(Number(roundHalfUp(ratio(list.weightedScoreDays, list.daysOfYear)))),
    unitValue: list.unitValue,
    rows: list.lines.map(({ provisional: _provisional, ...line }) => ({
      ...line,
      differenceFen: line.payFen - line.contributedFen,
    })),
    subtotals: list.subtotals.map((subtotal) => toSubtotal(subtotal.employment ?? '在编', subtotal)),
    total: toSubtotal('合计', list.total),
    balanceFen: list.poolFen - list.total.payFen,
  }
}

function toIncompletePay(refusal: PayRefusal, { version, sheets }: AssessedYear): PayAnswer {
  return {
    complete: false,
    reason: refusal.code,
    message: payRefusalSentence(refusal),
    missing: refusal.code === 'partial' ? refusal.people : missingPeople(sheets),
    suggestedPerPersonFen: version.scheme.pay?.perPerson ?? null,
  }
}

/** What the audit says was seen, and what the office said of a register. */
function standingsObject(period: string): AuditNote['object'] {
  return { kind: 'standings', id: period, label: period }
}

function payObject(year: number): AuditNote['object'] {
  return { kind: 'pay', id: String(year), label: `${String(year)}年度` }
}

function settlementNote(
  unkept: readonly UnkeptRegisterRow[],
  span: DaySpan,
  { ruleId, kind, reason }: { readonly ruleId: string; readonly kind: string; readonly reason: string },
): Partial<AuditNote> {
  const row = unkept.find(({ rule, span: { first } }) => rule.id === ruleId && first === span.first)
  return {
    object: { kind: 'register', id: ruleId, label: row?.rule.sentence ?? ruleId },
    before: { settlement: row?.decision?.kind ?? null },
    after: { settlement: kind, days: `${span.first}—${span.last}` },
    reason,
  }
}

export const resultRoutes: RouteGroup<typeof resultEndpoints> = {
  readStandings: {
    inTown: async ({ query, stores, today, reach, note }) => {
      const assessed = await assessedYear(stores, today, query)
      if (!assessed.ok) return assessed
      const { period, version } = assessed.value
      const sheets = assessed.value.sheets.filter((sheet) => isSheetWithin(reach, sheet))
      note({ object: standingsObject(period.name) })
      return accept({
        period: period.name,
        asOf: period.asOf,
        schemeVersion: version.version,
        rows: readStandings(assessed.value, { ...query, reach }),
        missing: missingPeople(sheets),
        removed: removedEntries(sheets),
        // A leader scored by the mean of others may have no office of his own.
        offices: [...new Set(sheets.map(({ office }) => office))].filter((office) => office !== ''),
      })
    },
  },
  readScoreSheet: {
    inTown: async ({ params, query, stores, today, subject, reach, note, noteNothing }) => {
      const assessed = await assessedYear(stores, today, query)
      if (!assessed.ok) return assessed
      const { period, version, sheets } = assessed.value
      const index = sheets.findIndex(({ staffNumber }) => staffNumber === params.staffNumber)
      const sheet = sheets[index]
      if (sheet === undefined || !isSheetWithin(reach, sheet))
        return refuse({ code: 'person-unknown', staffNumber: params.staffNumber, year: period.year })
      if (sheet.staffNumber === subject.staffNumber) noteNothing()
      else note({ object: { kind: 'person', id: sheet.staffNumber, label: sheet.name } })
      return accept({
        period: period.name,
        asOf: period.asOf,
        town: await stores.readTownName(),
        schemeVersion: version.version,
        schemeTitle: version.scheme.title,
        sheet,
        rank: standings(sheets)[index] ?? null,
        rankingGroupSize: sheets.filter(({ post }) => post === sheet.post).length,
        late: await readLateEntries(stores, period.year, sheet.staffNumber),
      })
    },
  },
  listUnkeptRegisters: {
    inTown: async ({ query, stores, today }) => {
      const unkept = await unkeptRegisters(stores, today, query.year)
      return unkept.ok ? accept({ registers: unkept.value.map(toUnkeptRegister) }) : unkept
    },
  },
  settleRegister: {
    inTown: async ({ body, stores, act, today, note }) => {
      const span = { first: localDate(body.window.first), last: localDate(body.window.last) }
      const before = await unkeptRegisters(stores, today, yearOf(span.first))
      if (!before.ok) return before
      const settled = await settleRegister(stores.registers, act, { ...body, span }, before.value)
      if (!settled.ok) return settled
      note(settlementNote(before.value, span, body))
      const after = await unkeptRegisters(stores, today, yearOf(span.first))
      return after.ok ? accept({ registers: after.value.map(toUnkeptRegister) }) : after
    },
  },
  downloadStandings: {
    inTown: async ({ query, stores, today, services, reach, note }) => {
      const assessed = await assessedYear(stores, today, query)
      if (!assessed.ok) return assessed
      const { period } = assessed.value
      note({ object: standingsObject(period.name) })
      return accept(
        await services.workbooks.writeStandings({
          town: await stores.readTownName(),
          period: period.name,
          asOf: period.asOf,
          rows: readStandings(assessed.value, { ...query, reach }),
        }),
      )
    },
  },
  readPay: {
    inTown: async ({ query, stores, today, note }) => {
      const pay = await askedPay(stores, today, query)
      if (!pay.ok) return pay
      const { assessed, list } = pay.value
      note({ object: payObject(query.year) })
      return accept(list.ok ? toPayAnswer(list.value, assessed) : toIncompletePay(list.refusal, assessed))
    },
  },
  downloadPay: {
    inTown: async ({ query, stores, today, services, note }) => {
      const pay = await askedPay(stores, today, query)
      if (!pay.ok) return pay
      const { assessed, list } = pay.value
      note({ object: payObject(query.year) })
      if (!list.ok) return refuse({ code: 'pay-incomplete', message: payRefusalSentence(list.refusal) })
      return accept(
        await services.workbooks.writePay({
          town: await stores.readTownName(),
          year: query.year,
          asOf: assessed.period.asOf,
          list: list.value,
        }),
      )
    },
  },
}
