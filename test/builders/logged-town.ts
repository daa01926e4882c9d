import { createHash } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519'
import type { Bulletin, BulletinDraft } from '../../src/commands/bulletin-store.ts'
import type { StoredVersion } from '../../src/commands/draft-store.ts'
import type { StoredEntry } from '../../src/commands/ledger-store.ts'
import type { ClosedMonth } from '../../src/commands/period-store.ts'
import type { OfYear, Proposal } from '../../src/commands/proposal-store.ts'
import type { StoredMark } from '../../src/commands/rating-store.ts'
import { backingDigest, backingOf, type Backing } from '../../src/domain/bulletin/backing.ts'
import type { BulletinContent } from '../../src/domain/bulletin/bulletin.ts'
import { noTerms } from '../../src/domain/bulletin/bulletin-terms.ts'
import type { LedgerRow, LedgerRowContent } from '../../src/domain/ledger/ledger-row.ts'
import type { FinalPayList } from '../../src/domain/pay/final-pay-list.ts'
import { digestOf, toHex } from '../../src/domain/primitives/canonical-json.ts'
import { townDay, yearOf } from '../../src/domain/primitives/local-date.ts'
import { assert, type Result } from '../../src/domain/primitives/result.ts'
import { originOf, signCheckpoint } from '../../src/domain/proof/checkpoint.ts'
import { hiddenNames } from '../../src/domain/proof/commitments.ts'
import { fromHex } from '../../src/domain/proof/hash-bytes.ts'
import { encodeLeaf } from '../../src/domain/proof/leaf.ts'
import { leafKindOf, leafOf, openingsOf } from '../../src/domain/proof/leaf-of.ts'
import { subjectOf, type LogEntry, type LogHead } from '../../src/domain/proof/log-entry.ts'
import { inclusionProof, leafHash, nodeHash, type NodeAt } from '../../src/domain/proof/merkle-tree.ts'
import type { PublicKey } from '../../src/domain/proof/public-key.ts'
import type { Assignment } from '../../src/domain/roster/assignment.ts'
import type { FinalResult } from '../../src/domain/standing/final-result.ts'
import { schemeDigest } from '../../src/domain/scheme/scheme-digest.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { proofTree } from '../../src/domain/verification/proof-tree.ts'
import type { ProofScope } from '../../src/domain/verification/proof-file.ts'
import { sealProof, type Sealing } from '../../src/domain/verification/seal-proof.ts'
import { draftBulletin, type DraftBulletinPorts } from '../../src/queries/draft-bulletin.ts'
import { readProofParts } from '../../src/queries/read-proof-parts.ts'
import { verifySignature } from '../../src/storage/signatures.ts'

/** A town with its ledger, log and bulletins in memory, made by the product's own functions; the same at every run. */

export const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
export const crypto = { sha256, verify: verifySignature }

/** Signs as the town does; another name is another key. */
export function sealingBy(name: string): Sealing & { readonly key: PublicKey } {
  const secret = sha256(new TextEncoder().encode(name))
  const key: PublicKey = { algorithm: 'ed25519', key: toHex(ed25519.getPublicKey(secret)) }
  return { sha256, key, keys: [key], sign: (message) => ed25519.sign(message, secret) }
}

export const tenantId = '0197a3c0-0000-7000-8000-000000000001'
export const origin = originOf(tenantId)
const engineVersion = '0.1.0'

export function loggedTown(given: {
  readonly name: string
  readonly roster: readonly Assignment[]
  readonly key: string
}) {
  const sealing = sealingBy(given.key)
  let [count, at] = [0, new Date('2025-01-02T01:00:00.000Z')]
  const newId = (): string => {
    count += 1
    const hex = toHex(sha256(new TextEncoder().encode(String(count)))).slice(0, 30)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`
  }
  const newSalt = () => toHex(sha256(new TextEncoder().encode(`salt ${newId()}`)))
  const leaves: {
    readonly entry: LogEntry
    readonly salts: Readonly<Record<string, string>>
    readonly content: Uint8Array
    readonly hash: string
    readonly at: Date
  }[] = []
  const notes = new Map<number, string>()
  const rows: LedgerRow[] = []
  const versions: StoredVersion[] = []
  const marks: StoredMark[] = []
  const bulletins: Bulletin[] = []
  const closes: ClosedMonth[] = []
  const results: Proposal<OfYear, FinalResult>[] = []
  const lists: Proposal<OfYear, FinalPayList>[] = []

  const head = (): LogHead => {
    const tree = proofTree(
      leaves.map(({ hash }) => hash),
      sha256,
    )
    return { size: tree.size, root: tree.rootAt(tree.size) ?? '' }
  }
  const log = (entry: LogEntry): LogHead => {
    const salts = Object.fromEntries(hiddenNames(leafKindOf(entry)).map((name) => [name, newSalt()]))
    const content = encodeLeaf(leafOf(entry, tenantId, salts, sha256))
    leaves.push({ entry, salts, content, hash: toHex(leafHash(content, sha256)), at })
    return head()
  }
  const checkpoint = (): string => {
    const now = head()
    const note = signCheckpoint(origin, now, sealing, sha256)
    notes.set(now.size, note)
    return note
  }
  const append = (by: string, content: LedgerRowContent): LedgerRow => {
    const position = rows.length + 1
    const stamp = { recordedAt: at.toISOString(), recordedBy: by, idempotencyKey: newId() }
    const row: LedgerRow = { tenantId, position, id: newId(), ...stamp, ...content }
    rows.push(row)
    log({ kind: 'ledger-row', row })
    return row
  }

  const ports: DraftBulletinPorts = {
    readTownName: async () => given.name,
    versions: { list: async () => versions },
    roster: { assignments: async () => given.roster },
    ratings: { standingMarks: async (year) => marks.filter((mark) => mark.year === year) },
    registers: { decisions: async () => [] },
    ledger: {
      ofYear: async (year) => entriesOf(rows).filter(({ occurredOn }) => yearOf(occurredOn) === year),
      lastPosition: async () => rows.length,
    },
    bulletins: {
      list: async () => bulletins.toReversed(),
      find: async (id) => bulletins.find((one) => one.id === id) ?? null,
    },
    calendar: { read: async () => ({ isWorkingDay: () => true, knownUntil: 2026, holidayOf: () => null }) },
    periods: { closes: async () => closes },
    annualResults: { list: async () => results },
    payLists: { list: async () => lists },
  }

  return {
    ports,
    sealing,
    rows,
    newSalt,
    bulletins,
    approve: (snapshot: FinalResult | FinalPayList) => {
      const decision = { state: 'approved', at, by: '组长', reason: '纪要' } as const
      const subject = { year: snapshot.year, number: snapshot.number }
      const proposal = { id: newId(), subject, note: '', proposedAt: at, proposedBy: '考核办', decision }
      if (snapshot.format === 'gongdao-result/1') results.push({ ...proposal, snapshot })
      else lists.push({ ...proposal, snapshot })
    },
    setClock: (iso: string) => {
      at = new Date(iso)
    },
    head,
    checkpoint,
    checkpoints: () => [...notes.values()],
    adopt: (scheme: Scheme, effectiveFrom: StoredVersion['effectiveFrom'], text: string) => {
      const version = versions.length + 1
      const regulation = { id: newId(), title: '办法', fileName: null, text, receivedAt: at }
      const by = '组长'
      versions.push({ version, scheme, regulation, effectiveFrom, adoptedAt: at, adoptedBy: by, basis: '会议' })
      const regulationDigest = toHex(sha256(new TextEncoder().encode(text)))
      const digests = { schemeDigest: schemeDigest(scheme, sha256), regulationDigest }
      log({ kind: 'adoption', version, ...digests, effectiveFrom, at, by })
    },
    record: (recording: Extract<LedgerRowContent, { kind: 'recording' }>['recording']) =>
      append('督查员', { kind: 'recording', recording }),
    confirm: (entryId: string) => append('考核办', { kind: 'confirmation', entryId }),
    reverse: (entryId: string) => append('考核办', { kind: 'reversal', entryId, reason: '记错了人' }),
    mark: (mark: Pick<StoredMark, 'staffNumber' | 'categoryId' | 'mark' | 'year'>) =>
      marks.push({ id: newId(), raterGroup: null, source: '评议表', at, by: '考核办', ...mark }),
    /** Publishes a draft of these kinds as the product would. */
    publish: async (kind: BulletinDraft['kind'], period: string, terms: Partial<Bulletin['terms']> = {}) => {
      const notice = kind === 'payroll' ? null : ({ days: 3, kind: 'calendar' } as const)
      const draft: BulletinDraft = {
        id: newId(),
        kind,
        period,
        title: `${given.name}${period}${kind}`,
        terms: { ...noTerms, notice, contact: '考核办', scope: '成绩与名次', ...terms },
        corrects: null,
        at,
        by: '考核办',
      }
      const today = townDay(at.getTime())
      const made = await draftBulletin(ports, draft, { today, engineVersion, sha256 })
      const drafted = value(made)
      return issue(
        drafted.audience,
        drafted.ledgerPosition,
        drafted.backing(newSalt),
        drafted.content,
        drafted.corrects?.id ?? null,
        { kind, period, terms: draft.terms, notice: drafted.notice, staffNumber: null },
      )
    },
    issue,
    finalise: (bulletin: Bulletin) => {
      const by = '考核办'
      const place = bulletins.findIndex(({ id }) => id === bulletin.id)
      bulletins[place] = { ...bulletin, state: 'final', final: { at, by } }
      log({ kind: 'finalisation', bulletinId: bulletin.id, at, by })
      checkpoint()
    },
    close: (month: string, bulletin: Bulletin) => {
      const { id: bulletinId, ledgerPosition } = bulletin
      const by = '考核办'
      const checklist = { open: [], reason: null }
      closes.push({
        month,
        closedAt: at,
        closedBy: by,
        closedOn: townDay(at.getTime()),
        ledgerPosition,
        checklist,
        bulletinId,
      })
      log({ kind: 'close', month, ledgerPosition, bulletinId, at, by })
      checkpoint()
    },
    closes,
    backing: (year: Parameters<typeof backingOf>[0]['year']) => backingOf({ newSalt, year }, sha256),
    /** The file of a scope, as it would be downloaded now. */
    proof: async (scope: ProofScope, staffNumber: string | null = null): Promise<Uint8Array> => {
      checkpoint()
      const { size, root } = head()
      const parts = await readProofParts(
        {
          ...ports,
          log: {
            leavesBetween: async () =>
              leaves.map(({ entry, salts, content, at: when }, index) => ({
                index,
                kind: entry.kind,
                subject: subjectOf(entry),
                content,
                salts,
                at: when,
              })),
            checkpoints: async () => [...notes].map(([of, note]) => ({ size: of, root: '', note, at })),
          },
          proof: {
            leafHashes: async () => leaves.map(({ hash }) => hash),
            ledgerRows: async (person) => (person === undefined ? rows : rowsAbout(rows, person)),
          },
        },
        { scope, staffNumber, size },
        sha256,
      )
      const madeFor = scope === 'public' ? staffNumber : null
      const manifest = {
        scope,
        origin,
        town: given.name,
        tenantId,
        madeAt: at.toISOString(),
        madeFor,
        engineVersion,
      }
      return sealProof({ ...manifest, head: { size, root } }, parts, sealing)
    },
    /** What the recorder and the person are given. */
    receipt: (row: LedgerRow): Uint8Array => {
      const index = leaves.findIndex(({ entry }) => entry.kind === 'ledger-row' && entry.row === row)
      const found = leaves[index]
      assert(found !== undefined, 'the row is logged')
      const entry: LogEntry = { kind: 'ledger-row', row }
      const receipt = {
        format: 'gongdao-receipt/1',
        town: given.name,
        tenantId,
        issuedAt: at.toISOString(),
        leaf: leafOf(entry, tenantId, found.salts, sha256),
        index,
        openings: openingsOf(entry, found.salts),
        inclusion: inclusionProof(index, leaves.length, nodeAt(leaves.map(({ hash }) => hash)), sha256).map(toHex),
        checkpoint: checkpoint(),
        keys: sealing.keys,
      }
      return new TextEncoder().encode(JSON.stringify(receipt))
    },
  }

  function issue(
    audience: Bulletin['audience'],
    ledgerPosition: number,
    backing: Backing | null,
    contentOf: (given: { number: number; publishedOn: ReturnType<typeof townDay> }) => BulletinContent,
    corrects: string | null,
    rest: Pick<Bulletin, 'kind' | 'period' | 'terms' | 'notice' | 'staffNumber'>,
  ): Bulletin {
    const year = Number(/^\d{4}/.exec(rest.period)?.[0] ?? 2025)
    const number = bulletins.filter((one) => one.kind === rest.kind && one.year === year).length + 1
    const content = contentOf({ number, publishedOn: townDay(at.getTime()) })
    const digests = {
      contentDigest: digestOf(content, sha256),
      backingDigest: backing === null ? null : backingDigest(backing, sha256),
    }
    const id = newId()
    const published = log({
      kind: 'publication',
      bulletinId: id,
      bulletinKind: rest.kind,
      period: rest.period,
      number,
      ...digests,
      corrects,
      ledgerPosition,
      at,
      by: '考核办',
    })
    checkpoint()
    const bulletin: Bulletin = {
      id,
      ...rest,
      ...digests,
      year,
      number,
      title: content.title,
      state: rest.notice === null ? 'final' : 'notice',
      audience,
      corrects,
      publishedAt: at,
      publishedBy: '考核办',
      ledgerPosition,
      head: published,
      final: null,
      withdrawn: null,
      content,
      backing,
    }
    bulletins.push(bulletin)
    return bulletin
  }
}

export type LoggedTown = ReturnType<typeof loggedTown>

function rowsAbout(rows: readonly LedgerRow[], person: string): readonly LedgerRow[] {
  const own = new Set(
    rows.flatMap((row) => (row.kind === 'recording' && row.recording.staffNumber === person ? [row.id] : [])),
  )
  return rows.filter((row) => own.has(row.kind === 'recording' ? row.id : row.entryId))
}

/** The entries that rows say there are, as the store answers them. */
function entriesOf(rows: readonly LedgerRow[]): readonly StoredEntry[] {
  const step = (kind: 'confirmation' | 'reversal', id: string) =>
    rows.find((row) => row.kind === kind && row.entryId === id)
  return rows.flatMap((row): StoredEntry[] => {
    if (row.kind !== 'recording') return []
    const [confirmed, reversed] = [step('confirmation', row.id), step('reversal', row.id)]
    const stamp = (one: LedgerRow) => ({
      at: new Date(one.recordedAt),
      by: one.recordedBy,
      position: one.position,
    })
    return [
      {
        id: row.id,
        position: row.position,
        ...row.recording,
        recordedAt: new Date(row.recordedAt),
        recordedBy: row.recordedBy,
        state: reversed !== undefined ? 'reversed' : confirmed !== undefined ? 'confirmed' : 'recorded',
        confirmation: confirmed === undefined ? null : stamp(confirmed),
        reversal: reversed?.kind === 'reversal' ? { ...stamp(reversed), reason: reversed.reason } : null,
      },
    ]
  })
}

function nodeAt(hashes: readonly string[]) {
  return ({ level, index }: NodeAt): Uint8Array => {
    if (level === 0) return fromHex(hashes[index] ?? '')
    const below = (place: number) => nodeAt(hashes)({ level: level - 1, index: place })
    return nodeHash(below(index * 2), below(index * 2 + 1), sha256)
  }
}

export function value<Value>(result: Result<Value, unknown>): Value {
  assert(result.ok, `answered: ${JSON.stringify(result)}`)
  return result.value
}
