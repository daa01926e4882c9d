import type { Town, TownAssignment } from './town.ts'

/**
 * The oracle's calendar: a year is a list of days, a person's year is one office per day, and every count of days is
 * a count over that list.
 */
export type Year = { readonly days: readonly string[]; readonly place: ReadonlyMap<string, number> }

const years = new Map<number, Year>()

export function yearOfDays(year: number): Year {
  const known = years.get(year)
  if (known !== undefined) return known
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const days = Array.from({ length: leap ? 366 : 365 }, (_, index) =>
    new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
  )
  const made = { days, place: new Map(days.map((day, index) => [day, index])) }
  years.set(year, made)
  return made
}

export type Person = {
  readonly staffNumber: string
  readonly post: TownAssignment['post']
  readonly inChargeOf: readonly string[]
  /** The office of each day of the year, null on days off the roster. */
  readonly officeOnDay: readonly (string | null)[]
  readonly daysOnRoster: number
}

/** Everyone with at least one day in the year, in roster order, rows of one 工号 put together. */
export function peopleOf(town: Town): Person[] {
  const { days } = yearOfDays(town.year)
  const numbers = [...new Set(town.roster.map((row) => row.staffNumber))]
  return numbers.flatMap((staffNumber) => {
    const rows = town.roster.filter((row) => row.staffNumber === staffNumber)
    const absences = (town.absences ?? []).filter((absence) => absence.staffNumber === staffNumber)
    const officeOnDay = days.map((day) =>
      absences.some(({ from, to }) => from <= day && (to === null || day <= to))
        ? null
        : (rows.find((row) => (row.from === null || row.from <= day) && (row.to === null || day <= row.to))
            ?.office ?? null),
    )
    const lastOffice = officeOnDay.findLastIndex((office) => office !== null)
    const lastRow = rows.find(
      (row) =>
        (row.from === null || row.from <= (days[lastOffice] ?? '')) &&
        (row.to === null || (days[lastOffice] ?? '') <= row.to),
    )
    if (lastOffice < 0 || lastRow === undefined) return []
    const daysOnRoster = officeOnDay.filter((office) => office !== null).length
    return [{ staffNumber, post: lastRow.post, inChargeOf: lastRow.inChargeOf, officeOnDay, daysOnRoster }]
  })
}

export type Stretch = { readonly first: string; readonly last: string }

/** The months, quarters or the one year of a calendar year, in order. */
function windowsOf(year: number, kind: 'month' | 'quarter' | 'year'): Stretch[] {
  const months = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12
  const { days } = yearOfDays(year)
  return Array.from({ length: 12 / months }, (_, index) => {
    const inWindow = days.filter((day) => Math.floor((Number(day.slice(5, 7)) - 1) / months) === index)
    return { first: inWindow[0] ?? '', last: inWindow[inWindow.length - 1] ?? '' }
  })
}

const cachedWindows = new Map<string, Stretch[]>()

export function windowsOfYear(year: number, kind: 'month' | 'quarter' | 'year'): Stretch[] {
  const key = `${String(year)}${kind}`
  const made = cachedWindows.get(key) ?? windowsOf(year, kind)
  cachedWindows.set(key, made)
  return made
}

export function windowHolding(year: number, kind: 'month' | 'quarter' | 'year', day: string): Stretch {
  const found = windowsOfYear(year, kind).find((window) => window.first <= day && day <= window.last)
  if (found === undefined) throw new Error(`${day} is not in ${String(year)}`)
  return found
}

/** How many of the marked days lie within the stretch. */
export function countDays(town: Town, marked: readonly boolean[], stretch: Stretch): number {
  const { place } = yearOfDays(town.year)
  let count = 0
  for (let index = place.get(stretch.first) ?? 0; index <= (place.get(stretch.last) ?? -1); index += 1)
    if (marked[index] === true) count += 1
  return count
}
