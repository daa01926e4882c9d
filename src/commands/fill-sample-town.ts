import { localDate } from '../domain/primitives/local-date.ts'
import { assert, type Result } from '../domain/primitives/result.ts'
import type { Table } from '../domain/primitives/table.ts'
import type { ExampleInput } from '../domain/scheme/edit-scheme.ts'
import { placedRules, type Scheme } from '../domain/scheme/scheme.ts'
import { adoptScheme, proposeAdoption } from './adopt-scheme.ts'
import type { Subject } from '../policies/permit.ts'
import type { Role } from '../policies/roles.ts'
import type { AccountStore } from './account-store.ts'
import type { LedgerAct } from './append-to-ledger.ts'
import { editDraft, interpretClauses } from './change-draft.ts'
import { confirmEntries } from './confirm-entries.ts'
import type { DraftStore, SchemeVersionStore, StoredVersion } from './draft-store.ts'
import { importEntries } from './import-entries.ts'
import { importRatings } from './import-ratings.ts'
import { importRoster, type SpellName } from './import-roster.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { AdoptionStore } from './proposal-store.ts'
import type { RatingStore } from './rating-store.ts'
import type { RosterStore } from './roster-store.ts'
import { startDraft } from './start-draft.ts'
import { userNameKey } from './user-name-key.ts'

/** The fictional town's files, as they lie in schemes/sample. */
export type SampleFiles = {
  readonly regulation: SampleRegulation
  /** The regulation as revised for the year after. */
  readonly revision: SampleRegulation
  readonly examples: readonly ExampleInput[]
  readonly roster: Table
  readonly entries: Table
  readonly ratings: Table
  /** As whom a visitor may look around: nobody signs in as them. */
  readonly accounts: readonly SampleAccount[]
}

type SampleAccount = { readonly userName: string; readonly staffNumber: string; readonly roles: readonly Role[] }

type SampleRegulation = { readonly title: string; readonly fileName: string; readonly text: string }

type Stores = {
  readonly drafts: DraftStore
  readonly versions: SchemeVersionStore
  readonly adoptions: AdoptionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly ratings: RatingStore
}

/** The year everything in the sample happens in; complete, so that every page has a result to show. */
export const sampleYear = 2025
/** So many of the latest deductions wait for confirmation, for 待确认 to have something to do. */
const unconfirmedEntries = 6

/** The regulation of the sample's year, with its examples, and the people it is about. */
export async function beginSample(
  stores: Stores,
  act: LedgerAct,
  files: SampleFiles,
  spellName: SpellName,
): Promise<void> {
  await adoptSample(stores, act, files.regulation, { year: sampleYear, examples: files.examples })
  expectFit(
    await importRoster(stores, { ...act, subject: confirmer }, { table: files.roster, mode: 'commit', spellName }),
    '示例花名册',
  )
}

/** The revised regulation. Nothing is recorded under it yet: it is there to be compared. The examples come along. */
export async function reviseSample(stores: Stores, act: LedgerAct, files: SampleFiles): Promise<void> {
  await adoptSample(stores, act, files.revision, { year: sampleYear + 1, examples: [] })
}

/** Rows of the sample's entries sheet, as they were noted on one day; none is no fault. */
export async function recordSample(stores: Stores, act: LedgerAct, table: Table): Promise<void> {
  if (table.rows.length > 0) expectFit(await importEntries(stores, act, { table, mode: 'commit' }), '示例台账')
}

/** Confirms what waits; on the last day of the sample the latest deductions are left for a visitor to confirm. */
export async function confirmSample(stores: Stores, act: LedgerAct, isLast: boolean): Promise<void> {
  const entries = await stores.ledger.ofYear(sampleYear)
  const { scheme } = (await stores.versions.list())[0] ?? {}
  assert(scheme !== undefined, 'the sample has its scheme')
  const waiting = entries.filter(({ ruleId }) => isDeduction(scheme, ruleId)).slice(-unconfirmedEntries)
  const confirmed = entries.filter(
    (entry) => entry.state === 'recorded' && !(isLast ? waiting : []).includes(entry),
  )
  const confirming = { ...act, by: confirmer.by }
  const ids = confirmed.map(({ id }) => id)
  if (ids.length > 0) expectFit(await confirmEntries(stores.ledger, confirming, confirmer, ids), '示例台账的确认')
}

/** The marks of the year's end. */
export async function rateSample(stores: Stores, act: LedgerAct, files: SampleFiles): Promise<void> {
  const ratings = { table: files.ratings, year: sampleYear, source: '示例：年终民主评议表', subject: confirmer }
  const [version] = await stores.versions.list()
  assert(version !== undefined, 'the sample has its scheme')
  const roster = await stores.roster.assignments()
  const marks = await stores.ratings.standingMarks(sampleYear)
  const { scheme } = version
  expectFit(await importRatings(stores.ratings, act, ratings, { scheme, roster, marks }), '示例评分')
}

/** The sample's people get their accounts and roles, each made a moment after the other to keep their order. */
export async function addSampleAccounts(
  sample: { readonly tenantId: string; readonly accounts: readonly SampleAccount[] },
  act: { readonly at: Date; readonly newId: () => string },
  store: Pick<AccountStore, 'addAccount' | 'addMembership' | 'addGrant'>,
): Promise<void> {
  const { tenantId } = sample
  for (const [index, { userName, staffNumber, roles }] of sample.accounts.entries()) {
    const accountId = act.newId()
    const at = new Date(act.at.getTime() + index)
    const named = { userName, userNameKey: userNameKey(userName), passwordHash: null }
    await store.addAccount({ id: accountId, homeTenantId: tenantId, ...named, createdAt: at, createdBy: null })
    await store.addMembership({ accountId, tenantId, staffNumber, createdAt: at })
    for (const role of roles) await store.addGrant({ accountId, tenantId, role, grantedAt: at, grantedBy: '示例' })
  }
}

async function adoptSample(
  stores: Stores,
  act: LedgerAct,
  regulation: SampleRegulation,
  { year, examples }: { readonly year: number; readonly examples: readonly ExampleInput[] },
): Promise<StoredVersion> {
  const started = expectFit(await startDraft(stores, act, regulation), regulation.title)
  let { draft } = started
  const open = started.reading.diagnostics.filter(
    ({ severity, settled }) => severity === 'warning' && settled === undefined,
  )
  if (open.length > 0) {
    const interpretations = open.map(({ span, code }) => ({ act: 'leave', span, code }) as const)
    const at = { draftId: draft.id, revision: draft.revision }
    const answered = await interpretClauses(stores, act, { ...at, interpretations })
    draft = expectFit(answered, '示例办法的提示').draft
  }
  for (const example of examples) {
    const at = { draftId: draft.id, revision: draft.revision }
    const edit = { act: 'add-example', example } as const
    const edited = await editDraft(stores, act, { ...at, edit })
    draft = expectFit(edited, `示例算例“${example.title}”`).draft
  }
  const proposed = await proposeAdoption(stores, act, {
    draftId: draft.id,
    revision: draft.revision,
    effectiveFrom: localDate(`${String(year)}-01-01`),
    basis: '示例：青禾镇党政联席会议',
    note: '',
  })
  const { id: proposalId } = expectFit(proposed, '示例方案的提请')
  const approving = { ...act, by: approver.by }
  return expectFit(await adoptScheme(stores, approving, { proposalId, decider: approver }), '示例方案').version
}

/** What one of the sample proposes and records, another decides and confirms. */
const nobodyOfRoster = { staffNumber: null, ownOffices: [], inChargeOf: [] }
const confirmer: Subject = { by: '示例考核办', roles: ['office'], ...nobodyOfRoster }
const approver: Subject = { by: '示例领导小组', roles: ['leadingGroup'], ...nobodyOfRoster }

/** Without a deduction confirmed a score is still whole; without an award it would be missing a part. */
function isDeduction(scheme: Scheme, ruleId: string): boolean {
  for (const { rule } of placedRules(scheme))
    if (rule.id === ruleId) return rule.effect === 'deduct' && rule.shortfall === undefined
  return false
}

export function expectFit<Value, Refusal>(outcome: Result<Value, Refusal>, what: string): Value {
  assert(outcome.ok, `${what} passes its own checks: ${outcome.ok ? '' : JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
