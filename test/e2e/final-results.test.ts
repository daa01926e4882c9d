import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeAll(async () => {
  town = await startSampleTown()
})
afterAll(async () => {
  await town.close()
})

const office = '丁岚'
const leader = '覃望川'
const finance = '钱小满'

/** Everything recorded in the sample is confirmed, as on 待确认. */
async function confirmAll(page: Page): Promise<void> {
  const { baseUrl } = town.product
  const answer: unknown = await (
    await page.request.get(`${baseUrl}/api/entries?state=recorded&pageSize=50`)
  ).json()
  const { entries } = z.object({ entries: z.array(z.object({ id: z.string() })) }).parse(answer)
  const data = { entryIds: entries.map(({ id }) => id) }
  const headers = { 'idempotency-key': randomUUID() }
  const confirmed = await page.request.post(`${baseUrl}/api/entries/confirmations`, { data, headers })
  expect(confirmed.ok()).toBe(true)
}

async function propose(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: '提请定稿' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(note)
  await dialog.getByRole('button', { name: '提请定稿' }).click()
  await page.getByText('正在等领导小组决定').waitFor()
}

async function approve(page: Page, minutes: string): Promise<void> {
  await page.getByRole('button', { name: /^通\s?过$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(minutes)
  await dialog.getByRole('button', { name: /^通\s?过$/ }).click()
  await page.getByText('现行').waitFor()
}

test('年度结果和工资清单：考核办提请，领导小组通过，财务导出，本人看到自己的一行', async () => {
  const atOffice = await town.openPage('/results/final?year=2025', undefined, office)
  await atOffice.getByText('条记录待确认').waitFor()
  await confirmAll(atOffice)
  await atOffice.reload()
  await propose(atOffice, '请审定2025年度结果')
  expect(await atOffice.getByRole('button', { name: /^通\s?过$/ }).count()).toBe(0)

  const atLeader = await town.openPage('/', undefined, leader)
  await atLeader.getByText('年度结果提请定稿').waitFor()
  await atLeader.getByRole('link', { name: '去决定' }).click()
  await atLeader.getByText('请审定2025年度结果').waitFor()
  await approve(atLeader, '领导小组会议纪要〔2026〕1号')

  await atOffice.getByRole('tab', { name: '工资清单' }).click()
  await atOffice.getByText('与总额相符').waitFor()
  await propose(atOffice, '')
  await atLeader.getByRole('tab', { name: '工资清单' }).click()
  await approve(atLeader, '领导小组会议纪要〔2026〕2号')

  const atFinance = await town.openPage('/', undefined, finance)
  await atFinance.getByRole('menuitem', { name: '工资清单' }).click()
  await atFinance.getByText('领导小组会议纪要〔2026〕2号').waitFor()
  expect(await atFinance.getByRole('menuitem', { name: '成绩', exact: true }).count()).toBe(0)
  const waiting = atFinance.waitForEvent('download')
  await atFinance.getByRole('button', { name: '导出 Excel' }).click()
  const rows = await readSheet(await readFile(await (await waiting).path()))
  expect(rows.filter((row) => /^\d{3}$/.test(String(row[0])))).toHaveLength(60)

  const atStaff = await town.openPage('/own-pay?year=2025', phone, '尤和')
  await atStaff.getByText('尤和 · 第 1 号').waitFor()
  expect(await atStaff.getByText('覃望川').count()).toBe(0)
  expect(town.complaints).toEqual([])
})
