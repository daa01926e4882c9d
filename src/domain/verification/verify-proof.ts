import { checkAdoptions } from './check-adoptions.ts'
import { checkCloses } from './check-closes.ts'
import { checkEarlierGiven, checkHeads, type GivenFile } from './check-given.ts'
import { checkLeaves, type KnownLeaf } from './check-leaves.ts'
import { createCheckList, type CheckList } from './check-list.ts'
import { checkOrder } from './check-order.ts'
import { checkOwnEntries } from './check-own-entries.ts'
import { checkPay } from './check-pay.ts'
import { checkPublications } from './check-publications.ts'
import { checkReceipts } from './check-receipts.ts'
import { checkRows } from './check-rows.ts'
import { checkScores } from './check-scores.ts'
import { checkShown } from './check-shown.ts'
import { checkCheckpoints, checkKey, checkManifest, signingKey, type Crypto } from './check-signatures.ts'
import type { VerificationReport } from './finding.ts'
import { rowLeaves } from './logged-entries.ts'
import type { Manifest } from './proof-file.ts'
import { proofTree, type ProofTree } from './proof-tree.ts'
import { openProof, type OpenedProof } from './read-proof.ts'
import { fingerprint } from '../proof/public-key.ts'

/** What whoever verifies has from elsewhere: the more of it, the less a server could have made up. */
export type KeptElsewhere = {
  /** As printed: `1234 3f2a 91bc 0d4e 77a1 5c60`. */
  readonly heads?: readonly string[]
  /** Of the log's key, by SHA-256; twenty digits of it at least. */
  readonly keyFingerprint?: string | null
  readonly receipts?: readonly GivenFile[]
  /** Files of before, signed heads, or heads as text. */
  readonly earlier?: readonly GivenFile[]
}

/**
 * Checks a file of `gongdao-proof/1` against itself and against what was kept elsewhere: every byte, every signature,
 * the tree, each leaf that is shown, and, where the file has the entries, every published score, rank, grade and pay
 * again. Pure: no server, no network, no clock. What could not be looked at is said in the report. Never throws on a
 * file's account.
 */
export function verifyProof(bytes: Uint8Array, kept: KeptElsewhere, cryptography: Crypto): VerificationReport {
  const checks = createCheckList()
  const opened = openProof(bytes, cryptography.sha256, checks)
  if (opened?.manifest === null || opened === null) checks.gap('scores', 'form-broken')
  else checkSafely(opened, opened.manifest, kept, cryptography, checks)
  const outcomes = checks.outcomes()
  const manifest = opened?.manifest ?? null
  return {
    verdict: outcomes.some(({ status }) => status === 'broken') ? 'broken' : 'holds',
    scope: manifest?.scope ?? null,
    town: manifest?.town ?? null,
    origin: manifest?.origin ?? null,
    madeAt: manifest?.madeAt ?? null,
    madeFor: manifest?.madeFor ?? null,
    engineVersion: manifest?.engineVersion ?? null,
    head: manifest?.head ?? null,
    keys: (opened?.keys ?? []).map((key) => fingerprint(key, cryptography.sha256)),
    checks: outcomes,
  }
}

/** A file that our own checks stumble over is one that no town has made. */
function checkSafely(...given: Parameters<typeof checkOpened>): void {
  try {
    checkOpened(...given)
  } catch {
    const [, , , , checks] = given
    checks.broken('form', { code: 'unreadable', place: { kind: 'path', path: [] } })
  }
}

function checkOpened(
  opened: OpenedProof,
  manifest: Manifest,
  kept: KeptElsewhere,
  cryptography: Crypto,
  checks: CheckList,
): void {
  const { parts } = opened
  const keys = opened.keys ?? []
  const tree = proofTree(parts.hashes ?? [], cryptography.sha256)
  const { signature } = opened
  if (signature !== null) checkManifest(manifest, signature, keys, cryptography, checks)
  const signedWith = signature === null ? null : signingKey(manifest, signature, keys, cryptography.sha256)
  checkKey(signedWith, kept.keyFingerprint ?? null, cryptography, checks)
  if (parts.hashes === null) {
    checks.gap('roots', 'form-broken')
    return
  }
  const context = { manifest, keys, tree, cryptography }
  if (parts.checkpoints !== null) checkCheckpoints(parts.checkpoints, context, checks)
  checkHeads(kept.heads ?? [], context, checks)
  checkEarlierGiven(kept.earlier ?? [], context, checks)
  checkReceipts(kept.receipts ?? [], context, checks)
  if (parts.leaves === null) checks.gap('leaves', 'form-broken')
  else {
    const known = checkLeaves(parts.leaves, { manifest, tree, sha256: cryptography.sha256 }, checks)
    checkKnown(opened, { manifest, tree, known }, cryptography, checks)
  }
}

function checkKnown(
  { parts, raw }: OpenedProof,
  given: { readonly manifest: Manifest; readonly tree: ProofTree; readonly known: readonly KnownLeaf[] },
  { sha256 }: Crypto,
  checks: CheckList,
): void {
  const { manifest, tree, known } = given
  checkOrder(known, manifest, checks)
  if (parts.rows === null) checks.gap('rows', 'form-broken')
  else checkRows(parts.rows, known, manifest, checks)
  const versions = checkAdoptions(parts.schemes ?? [], known, { manifest, sha256 }, checks)
  checkOwnEntries(known, manifest, checks)
  if (parts.bulletins === null) {
    checks.gap('publications', 'form-broken')
    return
  }
  const listed = { manifest, tree, sha256, rawBulletins: raw.bulletins }
  const published = checkPublications(parts.bulletins, known, listed, checks)
  checkCloses(published, known, manifest, checks)
  const reckoned = checkScores(published, { manifest, rows: rowLeaves(known), versions }, checks)
  checkShown(published, reckoned, checks)
  checkPay(published, manifest, checks)
}
