import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(async () => {
  await town.close()
})

const subject = '尤和'
const office = '丁岚'
const leader = '覃望川'

/** Something of today about 尤和, recorded by the inspector and confirmed by one of the office who does not answer. */
async function recordToday(): Promise<string> {
  const { baseUrl } = town.product
  const post = async (as: Page, path: string, data: object): Promise<unknown> => {
    const answer = await as.request.post(`${baseUrl}${path}`, {
      data,
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const inspector = await town.openPage('/', undefined, '郝嘉言')
  const session: unknown = await (await inspector.request.get(`${baseUrl}/api/session`)).json()
  const { today } = z.object({ today: z.string() }).parse(session)
  const listed: unknown = await (await inspector.request.get(`${baseUrl}/api/people/030/rules?on=${today}`)).json()
  const rule = z.object({
    ruleId: z.string(),
    effect: z.string(),
    blocked: z.string().nullable(),
    needsLevel: z.boolean(),
  })
  const { rules } = z.object({ rules: z.array(rule) }).parse(listed)
  const fit = rules.find(
    ({ effect, blocked, needsLevel }) => effect === 'deduct' && blocked === null && !needsLevel,
  )
  const about = { kind: 'people', staffNumbers: ['030'] }
  const finding = { about, ruleId: fit?.ruleId, quantity: '1', occurredOn: today }
  const recorded = await post(inspector, '/api/entries', finding)
  const { entries } = z.object({ entries: z.array(z.object({ id: z.string() })) }).parse(recorded)
  const confirmer = await town.openPage('/', undefined, '阮青竹')
  await post(confirmer, '/api/entries/confirmations', { entryIds: entries.map(({ id }) => id) })
  return today.slice(0, 4)
}

/** Opens a step's dialog, fills it and sends it. */
async function take(page: Page, button: RegExp, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: /^提\s?交$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('职工在手机上对扣分提异议，考核办答复不成立，申请复核，领导小组支持，更正前看到每个人的变化', async () => {
  const year = await recordToday()
  const own = await town.openPage(`/people/030/sheet?year=${year}`, phone, subject)
  await own.getByRole('button', { name: '我有异议' }).last().click()
  const form = own.getByRole('dialog')
  await form.getByRole('textbox', { name: '哪里不对，为什么' }).fill('太短')
  await form.getByRole('button', { name: '提出异议' }).click()
  await form.getByText('至少写5个字').waitFor()
  await form.getByRole('textbox', { name: '哪里不对，为什么' }).fill('当天上午在县里开会，有会议签到表可查。')
  await form.getByRole('button', { name: '提出异议' }).click()
  await own.getByRole('heading', { name: /^异议〔\d{4}〕\d+号$/ }).waitFor()
  await own.getByText(/还剩 \d+ 个工作日/).waitFor()
  const path = new URL(own.url()).pathname
  expect(await own.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)

  const atOffice = await town.openPage('/proceedings', undefined, office)
  const row = atOffice.getByRole('listitem').filter({ has: atOffice.locator(`a[href="${path}"]`) })
  await row.getByText('等您办').waitFor()
  await row.getByRole('link').click()
  await take(atOffice, /^答\s?复$/, async (dialog) => {
    await dialog.getByText('不成立', { exact: true }).click()
    await dialog.getByRole('textbox', { name: '理由' }).fill('督查时人不在岗，没有请假记录。')
  })
  await atOffice.getByText('考核办答复：不成立').waitFor()

  await own.reload()
  await own.getByText('督查时人不在岗，没有请假记录。').waitFor()
  await take(own, /^申请复核$/, (dialog) =>
    dialog.getByRole('textbox', { name: '为什么不服' }).fill('会议签到表上有我的名字。'),
  )
  await own.getByText('领导小组复核').waitFor()

  const atLeader = await town.openPage(path, undefined, leader)
  await take(atLeader, /^登记复核决定$/, async (dialog) => {
    await dialog.getByText('成立', { exact: true }).click()
    await dialog.getByRole('textbox', { name: '理由' }).fill('经查会议签到表，当天确在县里开会。')
    await dialog.getByRole('textbox', { name: '会议纪要文号或名称' }).fill('纪要〔2026〕9号')
    await dialog.getByLabel('开会日期').click()
    await atLeader.locator('.ant-picker-cell-today').click()
    await dialog.getByRole('combobox', { name: '参加会议的成员' }).click()
    for (const member of [leader, '邬若宁'])
      await atLeader.locator(`.ant-select-item-option[title="${member}"]`).click()
    await dialog
      .getByText('登记复核决定')
      .or(dialog.getByText('复核决定', { exact: true }))
      .first()
      .click()
  })
  await atLeader.getByText('领导小组复核决定：成立').waitFor()
  await atLeader.getByText('异议成立，还没有更正。').waitFor()
  const changes = atLeader.getByRole('table')
  await changes.getByText(subject).waitFor()
  // The pool is shared: others' pay changes with it.
  expect(await changes.getByRole('row').count()).toBeGreaterThan(2)

  await atLeader.getByRole('button', { name: '更正（冲销）这条记录' }).click()
  await atLeader.getByRole('dialog').getByRole('button', { name: '更正（冲销）这条记录' }).click()
  await atLeader.getByText('已经更正。').waitFor()
  await own.reload()
  await own.getByText('更正（冲销）了记录').waitFor()
  expect(await own.getByRole('button', { name: '申请复核' }).count()).toBe(0)
  expect(town.complaints).toEqual([])
})
