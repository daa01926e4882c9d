import type { LocalDate } from '../primitives/local-date.ts'
import { rollUpCircle } from '../scheme/roll-up-circle.ts'
import type { Post, Scheme } from '../scheme/scheme.ts'
import { absenceOn, type AbsenceKind } from './absence.ts'
import type { Assignment } from './assignment.ts'
import type { ChartProblem } from './chart-problem.ts'
import { inChargeCircles } from './in-charge-circle.ts'
import { officeCandidates, officeNames } from './office-names.ts'
import { sheetDirectory } from './sheet-directory.ts'

export type ChartPerson = Pick<Assignment, 'staffNumber' | 'name' | 'office' | 'post' | 'inChargeOf'> & {
  /** Off the roster that day, though the assignment runs. */
  readonly away: AbsenceKind | null
}

/** Whose scores make a leader's: everyone of a post, or of that post in some offices. */
export type ScoredBy =
  | { readonly kind: 'own-sheet' }
  | {
      readonly kind: 'mean'
      readonly of: Post
      readonly offices: readonly string[] | null
      readonly members: number
    }

export type ChartLeader = ChartPerson & { readonly scoredBy: ScoredBy }

export type ChartOffice = {
  /** As most of its people write it, else as the scheme does. */
  readonly office: string
  readonly hasSheet: boolean
  /** 分管 of this office, in roster order. */
  readonly leaders: readonly ChartPerson[]
  readonly staff: readonly ChartPerson[]
}

/** Who stands where on a day, and who is scored by whom (SPEC §4.4). */
export type OrganisationChart = {
  readonly principals: readonly ChartLeader[]
  readonly deputies: readonly ChartLeader[]
  readonly offices: readonly ChartOffice[]
  readonly rollUps: readonly { readonly post: Post; readonly of: Post }[]
  readonly problems: readonly ChartProblem[]
}

/**
 * The chart of a day: principals, deputies, offices and people in roster order, offices without people last. Without a
 * scheme (null) or without roll-ups everyone is scored by a sheet. Everything that keeps a leader from having a score
 * is named; who is away that day is shown and counts for nobody.
 */
export function organisationChart(
  scheme: Scheme | null,
  roster: readonly Assignment[],
  day: LocalDate,
): OrganisationChart {
  const people = peopleOn(roster, day)
  const rollUps = (scheme?.rollUps ?? []).map(({ post, of }) => ({ post, of }))
  const keyOf = officeKeyOf(scheme)
  const leadersOf = (post: Post): readonly ChartLeader[] =>
    people
      .filter((person) => person.post === post)
      .map((person) => ({ ...person, scoredBy: scoredByOf(person, people, rollUps, keyOf) }))
  const chart = {
    principals: leadersOf('主要领导'),
    deputies: leadersOf('分管领导'),
    offices: officesOf(scheme, people, keyOf),
    rollUps,
  }
  return { ...chart, problems: problemsOf(chart, scheme, keyOf) }
}

function peopleOn(roster: readonly Assignment[], day: LocalDate): readonly ChartPerson[] {
  return roster
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .map(({ staffNumber, name, office, post, inChargeOf, absences = [] }) => ({
      staffNumber,
      name,
      office,
      post,
      inChargeOf,
      away: absenceOn(absences, day)?.kind ?? null,
    }))
}

type OfficeKey = (office: string) => string

function officeKeyOf(scheme: Scheme | null): OfficeKey {
  if (scheme !== null) return sheetDirectory(scheme).officeKey
  return (office) => officeNames(office)[1] ?? officeNames(office)[0] ?? office
}

function scoredByOf(
  leader: ChartPerson,
  people: readonly ChartPerson[],
  rollUps: OrganisationChart['rollUps'],
  keyOf: OfficeKey,
): ScoredBy {
  const of = rollUps.find(({ post }) => post === leader.post)?.of
  if (of === undefined) return { kind: 'own-sheet' }
  const leadsAll = of !== '工作人员' || (leader.post === '主要领导' && leader.inChargeOf.length === 0)
  const led = new Set(leader.inChargeOf.map(keyOf))
  const members = people.filter(
    ({ post, office, away, staffNumber }) =>
      post === of && away === null && staffNumber !== leader.staffNumber && (leadsAll || led.has(keyOf(office))),
  )
  return { kind: 'mean', of, offices: leadsAll ? null : leader.inChargeOf, members: members.length }
}

function officesOf(
  scheme: Scheme | null,
  people: readonly ChartPerson[],
  keyOf: OfficeKey,
): readonly ChartOffice[] {
  const directory = scheme === null ? null : sheetDirectory(scheme)
  const leaders = people.filter(({ post }) => post !== '工作人员')
  const staff = people.filter(({ post }) => post === '工作人员')
  const names = new Map<string, string>()
  for (const office of [
    ...staff.map((person) => person.office),
    ...leaders.flatMap(({ inChargeOf }) => inChargeOf),
    ...(directory?.offices ?? []),
  ])
    if (office !== '' && !names.has(keyOf(office))) names.set(keyOf(office), office)
  return [...names].map(([key, office]) => ({
    office,
    hasSheet: directory?.isKnownOffice(office) === true,
    leaders: leaders.filter(({ inChargeOf }) => inChargeOf.some((one) => keyOf(one) === key)),
    staff: staff.filter((person) => person.office !== '' && keyOf(person.office) === key),
  }))
}

function problemsOf(
  { principals, deputies, offices, rollUps }: Omit<OrganisationChart, 'problems'>,
  scheme: Scheme | null,
  keyOf: OfficeKey,
): readonly ChartProblem[] {
  const circle = rollUpCircle(rollUps)
  const leaders = [...principals, ...deputies]
  return [
    ...(circle === null ? [] : [{ code: 'roll-up-circle' as const, posts: circle }]),
    ...inChargeCircles(leaders).map((one) => ({
      code: 'in-charge-circle' as const,
      names: one.map(({ name }) => name),
    })),
    ...leaders.flatMap(leaderProblem),
    ...unknownOffices(scheme, offices, keyOf),
    ...offices.flatMap((one) => officeHint(one, rollUps)),
  ]
}

function leaderProblem({ name, inChargeOf, scoredBy }: ChartLeader): readonly ChartProblem[] {
  if (scoredBy.kind === 'own-sheet' || scoredBy.members > 0) return []
  if (scoredBy.offices === null) return [{ code: 'no-members', name, of: scoredBy.of }]
  return inChargeOf.length === 0
    ? [{ code: 'in-charge-of-nothing', name }]
    : [{ code: 'leads-nobody', name, offices: inChargeOf }]
}

/** Offices that the scheme has no sheet for, where it has sheets for offices at all. */
function unknownOffices(
  scheme: Scheme | null,
  offices: readonly ChartOffice[],
  keyOf: OfficeKey,
): readonly ChartProblem[] {
  const known = scheme === null ? [] : sheetDirectory(scheme).offices
  if (known.length === 0) return []
  return offices.flatMap(({ office, hasSheet, leaders, staff }) =>
    hasSheet
      ? []
      : [
          {
            code: 'unknown-office' as const,
            office,
            staff: staff.map(({ name }) => name),
            leaders: staff.length > 0 ? [] : leaders.map(({ name }) => name),
            candidates: officeCandidates(office, known).filter((one) => keyOf(one) !== keyOf(office)),
          },
        ],
  )
}

function officeHint(
  { office, leaders, staff }: ChartOffice,
  rollUps: OrganisationChart['rollUps'],
): readonly ChartProblem[] {
  const present = staff.filter(({ away }) => away === null)
  if (present.length === 0) return [{ code: 'office-empty', office, leaders: leaders.map(({ name }) => name) }]
  const isDeputyRolledUp = rollUps.some(({ post }) => post === '分管领导')
  return isDeputyRolledUp && !leaders.some(({ post }) => post === '分管领导')
    ? [{ code: 'office-unled', office, people: present.length }]
    : []
}
