import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(() => town.close())

test('登记建议：采纳一条、改后采纳一条、不采纳一条；采纳的成了待确认的记录，写明由来', async () => {
  const page = await town.openPage('/suggestions')
  const openTab = page.getByRole('tab', { name: /^待采纳 \d+/ })
  await openTab.waitFor()
  const waiting = Number((await openTab.textContent())?.replace(/\D/g, ''))
  expect(waiting).toBeGreaterThan(3)
  const left = (count: number) => page.getByRole('tab', { name: `待采纳 ${String(count)}`, exact: true })

  await page
    .getByRole('button', { name: /^采\s?纳$/, disabled: false })
    .first()
    .click()
  const asking = page.getByRole('dialog', { name: '采纳这条建议？' })
  await asking.getByText('采纳并确认后的变化').waitFor()
  await asking.getByRole('button', { name: /^采\s?纳$/ }).click()
  await left(waiting - 1).waitFor()

  await page.getByRole('button', { name: '改后采纳' }).first().click()
  const changing = page.getByRole('dialog', { name: '改后采纳' })
  await changing.getByRole('button', { name: '改后采纳' }).click()
  await changing.getByText('请填写理由').waitFor()
  await changing.getByLabel('理由').fill('核对后按这一条记')
  await changing.getByRole('button', { name: '改后采纳' }).click()
  await left(waiting - 2).waitFor()

  await page.getByRole('button', { name: '不采纳' }).first().click()
  const refusing = page.getByRole('dialog', { name: '不采纳这条建议？' })
  await refusing.getByLabel('理由').fill('当天在村里处理纠纷')
  await refusing.getByRole('button', { name: '不采纳' }).click()
  await left(waiting - 3).waitFor()
  await page.getByRole('tab', { name: /^不采纳/ }).click()
  await page.getByText('当天在村里处理纠纷').first().waitFor()

  await page.getByRole('tab', { name: /^已采纳/ }).click()
  const adopted = page.getByRole('row').filter({ hasText: '核对后按这一条记' })
  await adopted.getByRole('button').first().click()
  await page.getByRole('link', { name: '看这条记录' }).click()
  await page.getByRole('link', { name: /由登记建议采纳/ }).waitFor()
  await page.getByText('核对后按这一条记').first().waitFor()
}, 120_000)
