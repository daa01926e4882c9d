import {
  beginSample,
  confirmSample,
  rateSample,
  recordSample,
  reviseSample,
  sampleYear,
} from '../../commands/fill-sample-town.ts'
import { addDays, localDate, parseLocalDate, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { Table, TableRow } from '../../domain/primitives/table.ts'
import { closeSampleMonth, finaliseSampleQuarter, publishSampleQuarter } from './bulletins.ts'
import { correctInSample } from './corrections.ts'
import { inspectSample } from './inspections.ts'
import { objectInSample } from './objections.ts'
import { fillSampleRegisters } from './registers.ts'
import { sampleAct, type Happening, type SampleTown } from './sample-town.ts'

/**
 * The sample's year as it went by, by the same verbs people use and each thing on its own day: entries week by week, the
 * months closed, three quarters published, offices inspected, entries objected to. What ships must pass its own checks, so
 * a refusal here is a fault of ours and is thrown.
 */
export async function fillSampleYear(town: SampleTown): Promise<void> {
  const ofOffice = [...firstDays(town), ...weeks(town), ...months(town), ...quarters(town)]
  const inOrder = [
    ...ofOffice,
    ...inspectSample(town),
    ...objectInSample(town),
    ...correctInSample(town),
  ].toSorted(byTime)
  // One after the other: each builds on what was before.
  for (const { happens } of inOrder) await happens()
  await fillSampleRegisters(town)
}

function byTime(left: Happening, right: Happening): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1
  return left.hour - right.hour
}

function firstDays(town: SampleTown): Happening[] {
  const { stores, files, spellName } = town
  const [begun, revised, rated] = [localDate('2024-12-20'), localDate('2025-12-26'), localDate('2026-01-06')]
  const by = '示例'
  return [
    { on: begun, hour: 10, happens: () => beginSample(stores, sampleAct(town, begun, 10, by), files, spellName) },
    { on: revised, hour: 10, happens: () => reviseSample(stores, sampleAct(town, revised, 10, by), files) },
    { on: rated, hour: 10, happens: () => rateSample(stores, sampleAct(town, rated, 10, by), files) },
  ]
}

/** What is noted after it is confirmed in January, and the latest of it by the visitor. */
const lastConfirmed = localDate('2025-12-12')

/** Noted on the Friday of their week and confirmed on the Monday after; one of March came to light in May. */
function weeks(town: SampleTown): Happening[] {
  const { stores, files } = town
  const fridays = daysOfYear().filter((day) => weekdayOf(day) === 5)
  const days = [...fridays, localDate(`${String(sampleYear)}-12-31`)]
  const found = localDate('2025-05-16')
  const late = files.entries.rows.find((row) => dayOf(files.entries, row).startsWith('2025-03-2'))
  return days.flatMap((day, place) => {
    const before = days[place - 1] ?? localDate(`${String(sampleYear - 1)}-12-31`)
    const isOfWeek = (row: TableRow) => {
      const on = row === late ? found : dayOf(files.entries, row)
      return on > before && on <= day
    }
    const table = { ...files.entries, rows: files.entries.rows.filter(isOfWeek) }
    const isLast = place === days.length - 1
    const monday = isLast ? localDate('2026-01-05') : addDays(day, 3)
    const act = (on: LocalDate, hour: number) => sampleAct(town, on, hour, '示例')
    const noted = { on: day, hour: 17, happens: () => recordSample(stores, act(day, 17), table) }
    const confirmed = { on: monday, hour: 9, happens: () => confirmSample(stores, act(monday, 9), isLast) }
    return day > lastConfirmed && !isLast ? [noted] : [noted, confirmed]
  })
}

/** Closed on the tenth of the month after; December is left to the visitor. */
function months(town: SampleTown): Happening[] {
  return Array.from({ length: 11 }, (_, index) => {
    const month = `${String(sampleYear)}-${String(index + 1).padStart(2, '0')}`
    const on = localDate(`${String(sampleYear)}-${String(index + 2).padStart(2, '0')}-10`)
    return { on, hour: 15, happens: () => closeSampleMonth(town, month, on) }
  })
}

/** Published on the fourteenth after the quarter and final two weeks later; the fourth is left to the visitor. */
function quarters(town: SampleTown): Happening[] {
  const published = [1, 2, 3].map((quarter) => ({
    period: `${String(sampleYear)}-Q${String(quarter)}`,
    on: localDate(`${String(sampleYear)}-${String(quarter * 3 + 1).padStart(2, '0')}-14`),
    reason: null,
  }))
  const corrected = {
    period: `${String(sampleYear)}-Q3`,
    on: localDate(`${String(sampleYear)}-11-03`),
    reason: '异议成立，冲销一条重复登记的扣分',
  }
  return [...published, corrected].flatMap((quarter) => {
    const final = addDays(quarter.on, 14)
    return [
      { on: quarter.on, hour: 10, happens: () => publishSampleQuarter(town, quarter) },
      { on: final, hour: 11, happens: () => finaliseSampleQuarter(town, quarter.period, final) },
    ]
  })
}

function daysOfYear(): readonly LocalDate[] {
  const first = localDate(`${String(sampleYear)}-01-01`)
  return Array.from({ length: 365 }, (_, index) => addDays(first, index))
}

function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function dayOf(table: Table, { cells }: TableRow): LocalDate {
  const day = parseLocalDate(cells[table.header.indexOf('日期')] ?? '')
  return day ?? localDate(`${String(sampleYear)}-12-31`)
}
