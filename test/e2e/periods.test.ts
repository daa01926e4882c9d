import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown
beforeAll(async () => {
  town = await startSampleTown()
})
afterAll(async () => {
  await town.close()
  expect(town.complaints).toEqual([])
})

function officeCard(page: Page, office: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: office, exact: true }) })
}

/** Nothing of the page stands beyond the phone's edge. */
async function expectFits(page: Page) {
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
}

describe('周督查', () => {
  test('手机上：安排一次，督查员现场登记，另一处马上看到，结束时出通报', async () => {
    const office = await town.openPage('/inspections?year=2025', phone)
    await office.getByRole('button', { name: '安排督查' }).first().click()
    const plan = office.getByRole('dialog', { name: '安排督查' })
    await plan.getByRole('checkbox', { name: '郝嘉言' }).check()
    await plan.getByRole('button', { name: '全不选' }).click()
    for (const name of ['党办', '政府办']) await plan.getByRole('checkbox', { name, exact: true }).check()
    await plan.getByRole('button', { name: '开始这次督查' }).click()
    await office.waitForURL(/\/inspections\/[0-9a-f-]+$/)
    await office.getByText('已到 0 / 2 个办公室').waitFor()
    const names = await office.getByRole('listitem').getByRole('heading').allInnerTexts()
    expect(names).toHaveLength(2)
    await expectFits(office)

    const inspector = await town.openPage(new URL(office.url()).pathname, phone, '郝嘉言')
    const [first = '', second = ''] = names
    await officeCard(inspector, first).getByRole('button', { name: '未发现问题' }).click()
    await office.getByText('已到 1 / 2 个办公室').waitFor()

    await officeCard(inspector, second).getByRole('button', { name: '登记问题' }).click()
    const form = inspector.getByRole('dialog', { name: `${second}：登记发现的问题` })
    await form.getByRole('combobox', { name: '谁' }).click()
    await form.getByRole('combobox', { name: '谁' }).press('ArrowDown')
    await inspector.getByRole('option').first().click()
    await form.getByRole('combobox', { name: '哪一条' }).fill('擅离职守')
    await inspector
      .getByRole('option', { name: /擅离职守/ })
      .first()
      .click()
    await form.getByRole('button', { name: /保存/ }).click()
    await officeCard(inspector, second).getByText('发现 1 条').waitFor()
    await form.getByRole('button', { name: /关闭|Close/ }).click()
    await expectFits(inspector)

    await inspector.getByRole('button', { name: '结束督查，出通报' }).click()
    const ending = inspector.getByRole('dialog', { name: '结束这次督查' })
    await ending.getByRole('article').getByText('擅离职守').first().waitFor()
    await ending.getByRole('button', { name: '发布通报并结束' }).click()
    await inspector.getByText(/郝嘉言 于 .* 结束了这次督查/).waitFor()
    await office.getByText(/结束了这次督查/).waitFor()
    await inspector.close()
    await office.close()
  })
})

describe('月考核', () => {
  test('核对清单，看清要发布的表，结账；之后补记的先提醒是迟录', async () => {
    const page = await town.openPage('/months?year=2025')
    const december = page.getByRole('row', { name: /2025年12月/ })
    await december.getByRole('link', { name: '去结账' }).click()
    await page.getByRole('heading', { name: '结账前核对' }).waitFor()
    const reason = page.getByRole('textbox', { name: /仍然结账的原因/ })
    if (await reason.isVisible()) {
      await reason.fill('余下的下月列入迟录和变动')
      await reason.blur()
      await page.getByRole('article').getByText('余下的下月列入迟录和变动').waitFor()
    }
    await page.getByRole('article').getByText('本人签字').first().waitFor()
    await page.getByRole('button', { name: '结2025年12月的账，发布月考核表' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '结账' }).click()
    await december.getByText('已结账').waitFor()
    expect(await december.getByRole('link', { name: '看月考核表' }).count()).toBe(1)

    await page.goto(`${town.product.baseUrl}/entries/new?year=2025&person=024`)
    await page.getByRole('combobox', { name: '哪一条' }).fill('擅离职守')
    await page
      .getByRole('option', { name: /擅离职守/ })
      .first()
      .click()
    await page.getByRole('alert').filter({ hasText: '将标为“迟录”' }).waitFor()
    await page.close()
  })
})
