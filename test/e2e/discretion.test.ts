import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onePagePdf } from '../builders/evidence.ts'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(async () => {
  await town.close()
})

const leader = '覃望川'
const subject = '尤和'

async function choose(page: Page, pinyin: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: '谁' }).fill(pinyin)
  await page.getByRole('option', { name }).click()
}

test('裁量的条款：提请时不填分，领导小组逐人决定，记录自动进台账，当事人看得到自己的', async () => {
  const atOffice = await town.openPage('/entries/new')
  await choose(atOffice, 'youhe', /尤和/)
  await choose(atOffice, 'tianmu', /田亩/)
  await atOffice.getByRole('combobox', { name: '哪一条' }).fill('其他规定')
  await atOffice
    .getByRole('option', { name: /其他规定/ })
    .first()
    .click()
  await atOffice.getByRole('region', { name: '这一条由领导小组裁量' }).getByText('在1到3分之间').waitFor()
  expect(await atOffice.getByRole('textbox', { name: '裁量分' }).inputValue()).toBe('领导小组定')

  await atOffice.getByRole('button', { name: '提请裁量' }).click()
  await atOffice.getByText('请写明事实，至少5个字').waitFor()
  await atOffice.getByRole('textbox', { name: '事实' }).fill('中秋前收受服务对象两盒月饼，事后已退还。')
  const files = [
    { name: '退还收据.pdf', mimeType: 'application/pdf', buffer: Buffer.from(onePagePdf) },
    { name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0000\u0001\u0002') },
    { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
  ]
  await atOffice.locator('input[type=file]').first().setInputFiles(files)
  await atOffice.getByText('“空.txt”是空文件').waitFor()
  await atOffice.getByRole('button', { name: '提请裁量' }).click()
  await atOffice.getByText(/已提请：裁量〔\d{4}〕\d+号/).waitFor()
  await atOffice.getByRole('alert').getByText('“程序.pdf”不是能收的文件').waitFor()
  await atOffice.getByRole('link', { name: '查看', exact: true }).click()
  await atOffice.getByText('退还收据.pdf').waitFor()
  expect(await atOffice.getByText('程序.pdf').count()).toBe(0)
  expect(await atOffice.getByRole('button', { name: '作出决定' }).count()).toBe(0)
  const path = new URL(atOffice.url()).pathname

  const atLeader = await town.openPage(path, undefined, leader)
  await atLeader.getByRole('button', { name: '作出决定' }).click()
  const dialog = atLeader.getByRole('dialog')
  await dialog.getByLabel('尤和的分值（分）').fill('5')
  await dialog.getByText('分值应在1到3分之间').waitFor()
  await dialog.getByLabel('尤和的分值（分）').fill('2')
  await dialog.getByRole('radiogroup', { name: '田亩的分值' }).getByText('不扣').click()
  const effects = dialog.getByRole('region', { name: '决定并确认后的变化：尤和' })
  await expect.poll(() => effects.innerText()).toMatch(/廉洁自律.* → /)
  await dialog.getByLabel('理由').fill('主动退还，从轻；田亩不知情，不扣。')
  await dialog.getByLabel('会议纪要文号或名称').fill('领导小组纪要〔2026〕9号')
  await dialog.getByLabel('开会日期').click()
  await atLeader.locator('.ant-picker-dropdown').getByText('今天').click()
  await dialog.getByLabel('参加会议的成员').fill(leader)
  await atLeader.keyboard.press('Enter')
  await dialog.getByLabel('理由').click()
  await dialog.getByRole('button', { name: /提\s?交/ }).click()
  await atLeader.getByText('尤和 030：扣 2 分').waitFor()
  await atLeader.getByText(/^田亩 \d+：不扣$/).waitFor()

  await atOffice.goto(`${town.product.baseUrl}/entries/confirm`)
  const row = atOffice.locator('tr.ant-table-row', { hasText: '尤和' }).filter({ hasText: '其他规定' })
  await row.getByText(leader).waitFor()

  const inHand = await town.openPage(path, phone, subject)
  await inHand.getByText('尤和 030：扣 2 分').waitFor()
  expect(await inHand.getByText(/^田亩 \d/).count()).toBe(0)
  const waiting = inHand.waitForEvent('download')
  await inHand.getByRole('button', { name: '下载 退还收据.pdf' }).click()
  expect((await waiting).suggestedFilename()).toBe('退还收据.pdf')
  expect(town.complaints.filter((words) => !words.includes('422'))).toEqual([])
})
