import type { TownOfAccount } from '../commands/account-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { OfYear, ProposalStore } from '../commands/proposal-store.ts'
import { centipoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import { divideHalfUp } from '../domain/primitives/ratio.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'

/** Of fewer people a mean or a share of grades would tell of one or two of them: only their number is shown. */
export const fewestCompared = 5

/**
 * What the district may set side by side of a town's approved annual result: how many people, their mean score beside
 * the scheme's full points, and how many have each grade. Nobody's name, score or rank; nor the highest and the lowest,
 * which are somebody's.
 */
export type TownResult = {
  readonly townId: string
  readonly town: string
  readonly year: number
  /** 1, or higher after a correction. */
  readonly number: number
  readonly approvedAt: string
  readonly people: number
  /** null: too few people. */
  readonly figures: {
    /** Rounded half up to a hundredth of a point. */
    readonly meanScore: Centipoints
    /** Of the version in force on the balance day; null where the scheme names no total. */
    readonly fullPoints: Centipoints | null
    /** In the order of the first person who has it; null: no grade. */
    readonly grades: readonly { readonly grade: string | null; readonly people: number }[]
  } | null
}

type Stores = {
  readonly versions: Pick<SchemeVersionStore, 'read'>
  readonly annualResults: Pick<ProposalStore<OfYear, FinalResult>, 'list'>
}

/** The approved results of a town, the last of each year, read inside that town. */
export async function readTownResults(town: TownOfAccount, stores: Stores): Promise<readonly TownResult[]> {
  const lastOfYear = new Map<number, { readonly result: FinalResult; readonly approvedAt: Date }>()
  for (const { snapshot, decision } of await stores.annualResults.list()) {
    if (decision?.state !== 'approved') continue
    const known = lastOfYear.get(snapshot.year)
    if (known === undefined || known.result.number < snapshot.number)
      lastOfYear.set(snapshot.year, { result: snapshot, approvedAt: decision.at })
  }
  return Promise.all(
    [...lastOfYear.values()].map(async ({ result, approvedAt }) => {
      const version = result.schemes.at(-1)?.version
      const stored = version === undefined ? null : await stores.versions.read(version)
      return compared(town, result, approvedAt, stored?.scheme.total ?? null)
    }),
  )
}

function compared(
  { id: townId, name: town }: TownOfAccount,
  { year, number, people }: FinalResult,
  approvedAt: Date,
  fullPoints: Centipoints | null,
): TownResult {
  const head = { townId, town, year, number, approvedAt: approvedAt.toISOString(), people: people.length }
  if (people.length < fewestCompared) return { ...head, figures: null }
  const sum = people.reduce((total, { score }) => total + BigInt(score), 0n)
  const byGrade = new Map<string | null, number>()
  for (const { grade } of people) byGrade.set(grade, (byGrade.get(grade) ?? 0) + 1)
  return {
    ...head,
    figures: {
      meanScore: centipoints(divideHalfUp(sum, BigInt(people.length))),
      fullPoints,
      grades: [...byGrade].map(([grade, count]) => ({ grade, people: count })),
    },
  }
}
