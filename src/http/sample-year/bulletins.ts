import { randomBytes } from 'node:crypto'
import { closeMonth } from '../../commands/close-month.ts'
import { startBulletinDraft } from '../../commands/draft-bulletin.ts'
import { finaliseBulletin } from '../../commands/end-notice.ts'
import { expectFit } from '../../commands/fill-sample-town.ts'
import { publishBulletin } from '../../commands/publish-bulletin.ts'
import { backingOf } from '../../domain/bulletin/backing.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { assert } from '../../domain/primitives/result.ts'
import { draftBulletin, lastStanding, titleOfDraft } from '../../queries/draft-bulletin.ts'
import { readMonth } from '../../queries/read-month.ts'
import { countOpenObjections, suggestedTerms } from '../bulletin-answers.ts'
import { sha256 } from '../bulletin-digest.ts'
import { sampleAct, type SampleTown } from './sample-town.ts'

/** Who publishes in the sample. */
const office = '丁岚'
/** What is looked at is what is published: nobody else is there meanwhile. */
const unchanged = { shown: '', now: '' }

/** 月考核结账. */
export async function closeSampleMonth(town: SampleTown, month: string, on: LocalDate): Promise<void> {
  const { stores, engineVersion } = town
  const asked = { month, today: on, engineVersion, gradesOnly: false, reason: '学习登记年底统一核对' }
  const read = expectFit(await readMonth(stores, asked), `${month}的考核表`)
  const { assessed: figures, ledgerPosition } = read
  const newSalt = () => randomBytes(32).toString('hex')
  const backing = backingOf({ newSalt, year: { figures, ledgerPosition } }, sha256)
  const act = sampleAct(town, on, 15, office)
  expectFit(await closeMonth(stores, act, { ...read, backing }, unchanged), `${month}的结账`)
}

const kind = 'quarterly'

/** 季度通报 into its public notice; with a reason it corrects the one before. */
export async function publishSampleQuarter(
  town: SampleTown,
  { period, on, reason }: { readonly period: string; readonly on: LocalDate; readonly reason: string | null },
): Promise<void> {
  const { stores, engineVersion } = town
  const act = sampleAct(town, on, 10, office)
  const draft = await startBulletinDraft(stores.bulletins, act, {
    kind,
    period,
    title: await titleOfDraft(stores, { kind, period }),
    corrects: lastStanding(await stores.bulletins.list(), { kind, period })?.id ?? null,
    terms: { ...(await suggestedTerms(stores, kind, on)).terms, reason },
  })
  const drafted = await draftBulletin(stores, draft, { today: on, engineVersion, sha256 })
  const ready = expectFit(drafted, `${period}的通报`)
  const asked = { typedTitle: draft.title, digest: unchanged }
  expectFit(await publishBulletin(stores.bulletins, act, ready, asked), `${period}的公示`)
}

/** 定稿 of what is in notice of a quarter. */
export async function finaliseSampleQuarter(town: SampleTown, period: string, on: LocalDate): Promise<void> {
  const { stores } = town
  const noticed = (await stores.bulletins.list()).find((one) => one.period === period && one.state === 'notice')
  assert(noticed !== undefined, `${period} is in notice`)
  const openObjections = () => countOpenObjections(stores, noticed, on)
  const act = sampleAct(town, on, 11, office)
  expectFit(await finaliseBulletin(stores, act, { bulletinId: noticed.id, openObjections }), `${period}的定稿`)
}
