import { noTerms } from '../domain/bulletin/bulletin-terms.ts'
import type { BulletinContent } from '../domain/bulletin/bulletin.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { answerBlocks, reviewBlocks, type ObjectionTold } from '../domain/review/decision-blocks.ts'
import type { Objection } from '../domain/review/proceeding.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import type { LedgerAct } from './append-to-ledger.ts'
import type { Bulletin, BulletinStore } from './bulletin-store.ts'
import type { SchemeVersionStore } from './draft-store.ts'
import { issueBulletin } from './issue-bulletin.ts'
import type { LedgerStore } from './ledger-store.ts'

type Ports = {
  readonly bulletins: Pick<BulletinStore, 'lastNumber' | 'add'>
  readonly ledger: Pick<LedgerStore, 'lastPosition'>
  readonly versions: Pick<SchemeVersionStore, 'list'>
}

type Decision = ObjectionTold & {
  readonly kind: 'objection-answer' | 'review-decision'
  /** As the step names it. */
  readonly bulletinId: string
  readonly town: string
  readonly engineVersion: string
}

const titles = { 'objection-answer': '异议答复', 'review-decision': '复核决定' } as const

/** Issues the answer or the decision as a numbered document of one person; its figures are those of its day. */
export async function issueDecision(
  ports: Ports,
  act: LedgerAct,
  objection: Objection,
  { kind, bulletinId, name, about, town, engineVersion }: Decision,
): Promise<Bulletin> {
  const ledgerPosition = await ports.ledger.lastPosition()
  const schemes = await schemesOn(ports.versions, act.today)
  const year = objection.year
  const title = titles[kind]
  const blocks = (kind === 'objection-answer' ? answerBlocks : reviewBlocks)(objection, { name, about })
  return issueBulletin(ports, act, {
    id: bulletinId,
    kind,
    period: objection.id,
    year,
    title: `${title}（${name}）`,
    audience: 'person',
    staffNumber: objection.staffNumber,
    terms: noTerms,
    corrects: null,
    notice: null,
    ledgerPosition,
    backing: null,
    content: ({ number, publishedOn }): BulletinContent => ({
      format: 'gongdao-bulletin/1',
      kind,
      town,
      period: objection.id,
      year,
      number,
      title,
      subtitle: null,
      blocks: [...blocks],
      asOf: act.today,
      publishedOn,
      engineVersion,
      schemes: [...schemes],
      ledgerPosition,
      notice: null,
      correction: null,
      figures: null,
    }),
  })
}

async function schemesOn(versions: Ports['versions'], today: LocalDate): Promise<BulletinContent['schemes']> {
  const inForce = versionInForce(await versions.list(), today)
  if (inForce === null) return []
  const { version, scheme, effectiveFrom } = inForce
  return [{ version, title: scheme.title, effectiveFrom }]
}
