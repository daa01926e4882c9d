import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { askerOf, confirmAll, dealWithObjections, publishAnnual } from './support/finish-year.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(async () => {
  await town.close()
})

const office = '丁岚'
const leader = '覃望川'
const finance = '钱小满'

const asker = (page: Page) => askerOf(town.product.baseUrl, page.request)

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

test('年度结果和工资清单：提请、通过、公示、异议办结、定稿，财务导出，本人看到自己的一行', async () => {
  const atOffice = await town.openPage('/results/final?year=2025', undefined, office)
  await atOffice.getByText('条记录待确认').waitFor()
  await confirmAll(asker(atOffice))
  await atOffice.reload()
  await propose(atOffice, '请审定2025年度结果')
  expect(await atOffice.getByRole('button', { name: /^通\s?过$/ }).count()).toBe(0)

  const atLeader = await town.openPage('/', undefined, leader)
  await atLeader.getByRole('button', { name: /^全部 \d+ 项$/ }).click()
  await atLeader.getByText('年度结果提请定稿').waitFor()
  await atLeader.goto(`${town.product.baseUrl}/results/final?year=2025`)
  await atLeader.getByText('请审定2025年度结果').waitFor()
  await approve(atLeader, '领导小组会议纪要〔2026〕1号')

  await atOffice.getByRole('tab', { name: '工资清单' }).click()
  await atOffice.getByText('还没有公示定稿').first().waitFor()
  expect(await atOffice.getByRole('button', { name: '提请定稿' }).count()).toBe(0)
  const bulletin = await publishAnnual(asker(atOffice))
  await dealWithObjections(asker(atOffice), asker(atLeader))

  await town.startLater(45)
  await finalise(bulletin)
  await payOut()
  expect(town.complaints).toEqual([])
})

/** The term for asking for a review has run out, and the notice with it. */
async function finalise(bulletin: string): Promise<void> {
  const atOffice = await town.openPage(bulletin, undefined, office)
  await atOffice.getByText('公示期已满，可以定稿').waitFor()
  await atOffice.getByRole('button', { name: /^定\s?稿$/ }).click()
  await atOffice
    .getByRole('tooltip')
    .getByRole('button', { name: /^定\s?稿$/ })
    .click()
  await atOffice.getByRole('button', { name: '发更正' }).waitFor()
  expect(await atOffice.getByRole('button', { name: '撤回公示' }).count()).toBe(0)
}

async function payOut(): Promise<void> {
  const address = '/results/final?year=2025'
  const atOffice = await town.openPage(address, undefined, office)
  await atOffice.getByRole('tab', { name: '工资清单' }).click()
  await atOffice.getByText('与总额相符').waitFor()
  await propose(atOffice, '')
  const atLeader = await town.openPage(address, undefined, leader)
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
  expect(await atStaff.getByText(leader).count()).toBe(0)
}
