import { digestOf, toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { localDate, type LocalDate } from '../primitives/local-date.ts'
import { encodeUtf8 } from '../primitives/utf8.ts'
import { schemeSchema, type Scheme } from '../scheme/scheme.ts'
import { leafPlace, type KnownLeaf } from './check-leaves.ts'
import type { CheckList } from './check-list.ts'
import type { Manifest, ShownScheme } from './proof-file.ts'

/** A version as it was adopted by the log. */
export type AdoptedVersion = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly scheme: Scheme
  readonly digest: string
}

/** The versions whose files are those of their adoptions; every one that is not is named and left out. */
export function checkAdoptions(
  schemes: readonly ShownScheme[],
  known: readonly KnownLeaf[],
  given: { readonly manifest: Manifest; readonly sha256: Sha256 },
  checks: CheckList,
): ReadonlyMap<number, AdoptedVersion> {
  const adopted = new Map<number, AdoptedVersion>()
  if (given.manifest.scope !== 'full') {
    checks.gap('adoptions', 'not-in-scope')
    if (schemes.length > 0)
      checks.broken('adoptions', { code: 'scope-lie', place: { kind: 'path', path: ['schemes'] } })
    return adopted
  }
  const files = new Map(schemes.map((one) => [one.version, one]))
  let last = 0
  for (const { index, leaf } of known) {
    if (leaf.kind !== 'adoption') continue
    checks.counted('adoptions')
    const place = { kind: 'scheme', version: leaf.version } as const
    if (leaf.version !== last + 1)
      checks.broken('adoptions', {
        code: 'adoption-number',
        place: leafPlace(index, leaf),
        found: String(last + 1),
      })
    last = leaf.version
    const file = files.get(leaf.version)
    files.delete(leaf.version)
    const version = file === undefined ? null : adoptedVersion(file, leaf.schemeDigest, given.sha256)
    if (file === undefined) checks.broken('adoptions', { code: 'adoption-missing', place })
    else if (
      version === null ||
      file.effectiveFrom !== leaf.effectiveFrom ||
      regulationDigest(file.regulation, given.sha256) !== leaf.regulationDigest
    )
      checks.broken('adoptions', { code: 'adoption-differs', place })
    else adopted.set(leaf.version, version)
  }
  for (const version of files.keys())
    checks.broken('adoptions', { code: 'adoption-missing', place: { kind: 'scheme', version } })
  return adopted
}

function adoptedVersion(shown: ShownScheme, digest: string, sha256: Sha256): AdoptedVersion | null {
  if (digestOf(shown.file, sha256) !== digest) return null
  const parsed = schemeSchema.safeParse(shown.file)
  if (!parsed.success) return null
  return {
    version: shown.version,
    effectiveFrom: localDate(shown.effectiveFrom),
    scheme: parsed.data,
    digest,
  }
}

function regulationDigest(text: string | null, sha256: Sha256): string | null {
  return text === null ? null : toHex(sha256(encodeUtf8(text)))
}
