import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
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

test('年度结果：考核办提请，领导小组通过；没有公示定稿，不能提请工资清单', async () => {
  const atOffice = await town.openPage('/results/final?year=2025', undefined, office)
  await atOffice.getByText('条记录待确认').waitFor()
  await confirmAll(atOffice)
  await atOffice.reload()
  await propose(atOffice, '请审定2025年度结果')
  expect(await atOffice.getByRole('button', { name: /^通\s?过$/ }).count()).toBe(0)

  const atLeader = await town.openPage('/', undefined, leader)
  await atLeader.getByText('年度结果提请定稿').waitFor()
  await atLeader.goto(`${town.product.baseUrl}/results/final?year=2025`)
  await atLeader.getByText('请审定2025年度结果').waitFor()
  await approve(atLeader, '领导小组会议纪要〔2026〕1号')

  await atOffice.getByRole('tab', { name: '工资清单' }).click()
  await atOffice.getByText('还没有公示定稿').first().waitFor()
  expect(await atOffice.getByRole('button', { name: '提请定稿' }).count()).toBe(0)
  expect(town.complaints).toEqual([])
})
