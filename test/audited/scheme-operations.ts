import type { EndpointName } from '../../src/http/contract/endpoints.ts'
import { approverOf, proposeDraft } from '../support/adopt-draft.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

const text = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（60分）
上班时间脱岗，发现一次扣2分。
2、廉洁自律（40分）
收受礼品，发现一次扣5分。`

/** From a regulation to a version, and every step of a draft. */
export async function driveScheme(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  const opened = await watch.leavesRow(town, 'pasteRegulation', () =>
    town.send('POST', '/api/drafts/from-text', { body: { title: '办法', text } }),
  )
  let { draftId, revision } = opened.body
  const step = async (name: EndpointName, verb: string, body: object) => {
    const answered = await watch.leavesRow(town, name, () =>
      town.send('POST', `/api/drafts/${draftId}/${verb}`, { body: { revision, ...body } }),
    )
    ;({ revision } = answered.body)
  }
  await step('editScheme', 'edits', { edit: { act: 'set-title', title: '改过的名称' } })
  const span = { start: text.indexOf('脱岗'), end: text.indexOf('脱岗') + 2 }
  await step('interpretClause', 'interpretations', { interpretations: [{ act: 'read-as', span, text: '离岗' }] })
  await step('undoStep', 'undo', {})
  await watch.leavesRow(town, 'downloadDraft', () => town.send('GET', `/api/drafts/${draftId}/file?format=json`))
  const propose = async () =>
    (
      await watch.leavesRow(town, 'proposeAdoption', () =>
        proposeDraft(town, { draftId, revision }, { effectiveFrom: '2026-01-01' }),
      )
    ).body.id
  const leader = await approverOf(town)
  const rejected = await propose()
  await watch.leavesRow(town, 'rejectAdoption', () =>
    leader.send('POST', `/api/adoptions/${rejected}/rejection`, { body: { reason: '再想想' } }),
  )
  const withdrawn = await propose()
  await watch.leavesRow(town, 'withdrawAdoption', () =>
    town.send('POST', `/api/adoptions/${withdrawn}/withdrawal`, { body: { reason: '还要改' } }),
  )
  const adopted = await propose()
  await watch.leavesRow(town, 'adoptScheme', () =>
    leader.send('POST', `/api/adoptions/${adopted}/approval`, { body: {} }),
  )
  await watch.leavesRow(town, 'downloadSchemeVersion', () =>
    town.send('GET', '/api/scheme-versions/1/file?format=json'),
  )
  await watch.leavesRow(town, 'startBlankDraft', () =>
    town.send('POST', '/api/drafts/blank', { body: { title: '空白' } }),
  )
  const blank = (await town.send('GET', '/api/drafts/open')).body.workbench
  ;({ draftId, revision } = blank)
  await watch.leavesRow(town, 'discardDraft', () =>
    town.send('POST', `/api/drafts/${draftId}/discard`, { body: { revision } }),
  )
  await watch.leavesRow(town, 'reopenDraft', () =>
    town.send('POST', `/api/drafts/${draftId}/reopen`, { body: {} }),
  )
  await watch.leavesRow(town, 'startDraftFromVersion', () =>
    town.send('POST', '/api/drafts/from-version', { body: { version: 1 } }),
  )
  await watch.leavesRow(town, 'uploadRegulation', () =>
    town.send('POST', '/api/drafts/from-file', { body: formOf(text, {}, '办法.txt') }),
  )
}
