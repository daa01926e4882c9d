import type { InspectionRound } from '../commands/inspection-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { RuleChoice } from '../domain/ledger/rule-choice.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { photoPlaceSettingName, readPhotoPlace } from '../domain/registers/photo-place.ts'
import type { DayStatusKind } from '../domain/registers/whereabouts/day-status.ts'
import type { VisitedOffice } from './read-inspection.ts'
import { ruleChoicesOfOffices } from './rule-choices.ts'
import { statusOfDay, type DayStatusStores } from './status-of-day.ts'

/** 督查用的全部: what an inspector takes along to doors without a signal. */
export type InspectionKit = {
  /** The server's clock, by which the page says how old it is. */
  readonly madeAt: string
  readonly today: LocalDate
  /** Where and when a picture was taken is wanted. */
  readonly wantsPlace: boolean
  readonly rounds: readonly KitRound[]
  /** Everyone of today's roster, in its order. */
  readonly people: readonly KitPerson[]
  /** The rules a finding may fall under, each once: those used most this year first, then in the order of the text. */
  readonly rules: readonly KitRule[]
}

type KitRound = {
  readonly id: string
  readonly title: string
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly offices: readonly {
    readonly office: string
    readonly outcome: VisitedOffice['outcome']
    /** 工号 of whom something was noted there, once for each finding that stands. */
    readonly noted: readonly string[]
  }[]
}

type KitPerson = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly pinyin: string
  readonly initials: string
  /** Today, by the registers: 请假, 值班, 外出. */
  readonly status: { readonly kind: DayStatusKind; readonly words: string; readonly isAccounted: boolean }
}

type KitRule = {
  readonly ruleId: string
  readonly sentence: string
  readonly clause: string
  readonly itemTitle: string
  readonly unit: string | null
  /** How often it was recorded this year. */
  readonly uses: number
  /** Offices on whose people's sheets it stands. */
  readonly offices: readonly string[]
}

type Ports = DayStatusStores & {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: Pick<LedgerStore, 'ofYear'>
}

/** `rounds`: those under way that the asker works on, as they stand. */
export async function readInspectionKit(
  ports: Ports,
  { at, today }: { readonly at: Date; readonly today: LocalDate },
  rounds: readonly { readonly round: InspectionRound; readonly offices: readonly VisitedOffice[] }[],
): Promise<InspectionKit> {
  const offices = [...new Set(rounds.flatMap(({ round }) => round.offices))]
  const spelled = new Map((await ports.roster.people()).map((person) => [person.staffNumber, person]))
  return {
    madeAt: at.toISOString(),
    today,
    wantsPlace: readPhotoPlace(await ports.registerSettings.read(photoPlaceSettingName)),
    rounds: rounds.map(({ round: { id, title, fromOn, toOn }, offices: visited }) => ({
      id,
      title,
      fromOn,
      toOn,
      offices: visited.map(({ office, outcome, entries }) => {
        const standing = entries.filter(({ state }) => state !== 'reversed')
        return { office, outcome, noted: standing.map(({ staffNumber }) => staffNumber) }
      }),
    })),
    people: (await statusOfDay(ports, today, at)).map(
      ({ staffNumber, name, office, kind, words, isAccounted }) => ({
        staffNumber,
        name,
        office,
        pinyin: spelled.get(staffNumber)?.pinyin ?? '',
        initials: spelled.get(staffNumber)?.initials ?? '',
        status: { kind, words, isAccounted },
      }),
    ),
    rules: await kitRules(ports, offices, today),
  }
}

async function kitRules(ports: Ports, offices: readonly string[], today: LocalDate): Promise<readonly KitRule[]> {
  const uses = new Map<string, number>()
  for (const { ruleId } of await ports.ledger.ofYear(yearOf(today))) uses.set(ruleId, (uses.get(ruleId) ?? 0) + 1)
  const found = new Map<string, { readonly choice: RuleChoice; readonly offices: string[] }>()
  for (const [office, choices] of await ruleChoicesOfOffices(ports, offices, today))
    for (const choice of choices.filter(isForAnInspector)) {
      const known = found.get(choice.ruleId)
      if (known === undefined) found.set(choice.ruleId, { choice, offices: [office] })
      else known.offices.push(office)
    }
  return [...found.values()]
    .map(({ choice: { ruleId, sentence, clause, itemTitle, unit }, offices: on }) => {
      return { ruleId, sentence, clause, itemTitle, unit, uses: uses.get(ruleId) ?? 0, offices: on }
    })
    .toSorted((left, right) => right.uses - left.uses)
}

const findings: readonly RuleChoice['effect'][] = ['deduct', 'add', 'forfeit', 'money', 'zero', 'veto']

/** What is decided by the leading group, measured, or asks for more than a tap is not for the corridor. */
function isForAnInspector({ effect, blocked, needsLevel }: RuleChoice): boolean {
  return findings.includes(effect) && blocked === null && !needsLevel
}
