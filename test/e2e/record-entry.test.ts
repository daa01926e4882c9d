import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeAll(async () => {
  town = await startSampleTown()
})

afterAll(async () => {
  await town.close()
})

const sheetPath = '/people/024/sheet?year=2025'

/** The personal score at the foot of the score sheet. */
async function scoreOnSheet(page: Page): Promise<string> {
  await page.goto(town.product.baseUrl + sheetPath)
  return (await page.locator('tfoot button').innerText()).trim()
}

function inPoints(points: string): number {
  return Number(points) * 100
}

describe('登记一条记录', () => {
  test('打字比条款到得快：Tab 记着，条款到了就选上', async () => {
    const page = await town.openPage('/entries/new')
    await page.route('**/api/people/*/rules*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue()
    })
    await page.getByRole('combobox', { name: '谁' }).fill('tianmu')
    await page.getByRole('option', { name: /田亩/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('擅离职守')
    await page.keyboard.press('Tab')
    await expect
      .poll(() => page.getByRole('combobox', { name: '哪一条' }).inputValue())
      .toMatch(/擅离职守.*每次扣2分/)
    await page.close()
  })

  test('全用键盘登记，先看到变化；确认后成绩单上有，冲销后恢复', async () => {
    const page = await town.openPage(sheetPath)
    const before = await scoreOnSheet(page)

    await page.goto(`${town.product.baseUrl}/entries/new`)
    await page.getByRole('combobox', { name: '谁' }).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('谁')
    await page.keyboard.type('tianmu')
    await page.getByRole('option', { name: /田亩/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('擅离职守')
    await page.getByRole('option', { name: /擅离职守/ }).waitFor()
    await page.keyboard.press('Tab')
    const effect = page.getByRole('region', { name: '登记后的变化' })
    await effect.getByText('→').first().waitFor()
    const figures = /工作纪律 ([\d.]+) → ([\d.]+)，总分 ([\d.]+) → ([\d.]+)/.exec(
      (await effect.innerText()).replace(/\n/g, ''),
    )
    const [itemBefore = '', itemAfter = '', scoreBefore = '', scoreAfter = ''] = figures?.slice(1) ?? []
    expect(inPoints(itemBefore) - inPoints(itemAfter)).toBe(200)
    expect(Math.round(inPoints(scoreBefore) - inPoints(scoreAfter))).toBe(200)
    expect(Number(scoreBefore)).toBe(Number(before))
    await page.getByRole('region', { name: '扣分依据' }).getByText('擅离职守').waitFor()

    await page.keyboard.press('Enter')
    await page.getByText(/已登记：田亩/).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('谁')
    expect(await scoreOnSheet(page)).toBe(before)

    // Recorded by 丁岚, so she may not confirm it: her colleague does.
    await page.goto(`${town.product.baseUrl}/entries/confirm`)
    const own = page.locator('tr.ant-table-row', { hasText: '田亩' }).filter({ hasText: '擅离职守' })
    expect(await own.getByRole('checkbox').isDisabled()).toBe(true)
    const colleague = await town.openPage('/entries/confirm', undefined, '阮青竹')
    const row = colleague.locator('tr.ant-table-row', { hasText: '田亩' }).filter({ hasText: '擅离职守' })
    await row.getByRole('checkbox').check()
    await colleague.getByRole('button', { name: '确认 1 条' }).click()
    const asking = colleague.getByRole('dialog', { name: '确认这条记录' })
    await asking.getByText(`总分 ${scoreBefore} → ${scoreAfter}`).waitFor()
    await asking.getByRole('button', { name: '确认' }).click()
    await colleague.getByText('已确认 1 条').waitFor()
    expect(Number(await scoreOnSheet(page))).toBe(Number(scoreAfter))
    await page.getByText('擅离职守').first().waitFor()

    // Who recorded it and who confirmed it may not reverse it: somebody of the leading group does.
    await page.goto(`${town.product.baseUrl}/entries/new`)
    const recent = page.getByRole('region', { name: '最近十条' }).getByRole('listitem')
    const back = recent
      .filter({ hasText: '擅离职守' })
      .filter({ hasText: '田亩' })
      .getByRole('button', { name: '更正（冲销）' })
    expect(await back.isDisabled()).toBe(true)
    const leader = await town.openPage('/entries?person=024&words=擅离职守', undefined, '覃望川')
    await leader.locator('tr.ant-table-row').getByRole('button', { name: '更正' }).first().click()
    const dialog = leader.getByRole('dialog')
    const undone = dialog.getByRole('region', { name: '冲销后的变化' })
    await undone.getByText(`工作纪律 ${itemAfter} → ${itemBefore}`).waitFor()
    await undone.getByText(`总分 ${scoreAfter} → ${scoreBefore}`).waitFor()
    await dialog.getByRole('button', { name: '冲销' }).click()
    await dialog.getByText('请填写更正原因').waitFor()
    await dialog.getByLabel('更正原因').fill('看错了人')
    await dialog.getByRole('button', { name: '冲销' }).click()
    await leader.getByText('已冲销').first().waitFor()
    expect(await scoreOnSheet(page)).toBe(before)
    expect(town.complaints).toEqual([])
  })

  test('连按两次 Enter 只登记一条', async () => {
    const page = await town.openPage('/entries/new?person=028')
    await page.getByRole('combobox', { name: '哪一条' }).fill('玩游戏')
    await page.getByRole('option', { name: /玩游戏/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText(/已登记：/).waitFor()
    await page.goto(`${town.product.baseUrl}/entries?person=028&state=recorded&words=玩游戏`)
    await page.locator('tr.ant-table-row').first().waitFor()
    expect(await page.locator('tr.ant-table-row').count()).toBe(1)
  })

  test('按表导入：有错按行列说清、什么都不写入，改好后一次写入', async () => {
    const page = await town.openPage('/entries/new?import=1')
    const drawer = page.getByRole('dialog')
    const header = '工号,规则,数量,日期,等级,事项,裁量分,说明,依据'
    const upload = (name: string, rows: readonly string[]): Promise<void> =>
      drawer
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from([header, ...rows, ''].join('\n')) })
    await upload('有错.csv', [
      '999,工作纪律：擅离职守,1,2025-06-01,,,,,',
      '028,工作纪律：擅离职守,半,2025-06-02,,,,,',
    ])
    await drawer.getByText('发现 2 处错误，什么都没有写入').waitFor()

    await drawer.getByRole('button', { name: '重新选择文件' }).click()
    await upload('改好.csv', ['028,工作纪律：擅离职守,1,2025-06-02,,导入的一条,,,'])
    await drawer.getByRole('button', { name: '确认导入' }).click()
    await drawer.getByText('已登记 1 条').waitFor()
    await page.goto(`${town.product.baseUrl}/entries?words=导入的一条`)
    await page.locator('tr.ant-table-row').first().waitFor()
    expect(await page.locator('tr.ant-table-row').count()).toBe(1)
  })
})
