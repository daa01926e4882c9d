import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from './support/browser.ts'
import { startEmptyTown } from './support/empty-town.ts'
import { addColleague, approveAdoption } from './support/colleague.ts'
import { setUpOwner } from './support/owner.ts'
import type { Product } from './support/product.ts'
import { setUpSecondFactor } from './support/second-factor.ts'

let product: Product
let browser: TestBrowser
let close: () => Promise<void>

beforeEach(async () => {
  ;({ product, browser, close } = await startEmptyTown())
})

afterEach(() => close())

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click()
const fill = (page: Page, label: string, words: string) =>
  page.getByLabel(label, { exact: true }).last().fill(words)

async function addCategory(page: Page, title: string, points: string): Promise<void> {
  await press(page, '添加类别')
  await fill(page, '名称', title)
  await fill(page, '分值', points)
  await press(page, '保存')
}

/** One item that takes all the points of its sheet, with one rule; the sheet's form or card is open. */
async function addItem(page: Page, title: string, deed: string, points: string): Promise<void> {
  await press(page, '添加项目')
  await fill(page, '名称', title)
  await press(page, '保存')
  await press(page, '添加计分条款')
  await fill(page, '情形', deed)
  await fill(page, '分值', points)
  await press(page, '保存')
  // The sentence stands there while it is typed; the form goes once it is kept.
  await page.getByLabel('情形', { exact: true }).waitFor({ state: 'detached' })
  await page.getByText(`「${deed}」`).first().waitFor()
}

/** Keeps back the next request to a path until it is released. */
async function holdBack(page: Page, path: string) {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(
    path,
    async (route) => {
      await released
      await route.continue()
    },
    { times: 1 },
  )
  return { asked: page.waitForRequest(path), release }
}

describe('从空白方案到通过', () => {
  test('没有原文也能全部手工建成：全体和办公室的表、评议、领导、奖惩、工资', async () => {
    const context = await browser.newContext()
    await setUpOwner(product, context.request)
    await setUpSecondFactor(product, context.request)
    const page = await context.newPage()
    // As for who asks for less motion: its lists and dialogs have no transition whose end could be waited for.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${product.baseUrl}/scheme`)
    await page.getByPlaceholder('如：机关工作人员绩效考核办法').last().fill('云溪镇绩效考核办法')
    await press(page, '建立空白方案')

    await press(page, '修改总分')
    await fill(page, '总分', '100')
    await press(page, '保存')
    await addCategory(page, '公共项目', '20')
    await press(page, '添加考核表')
    await press(page, '保存')
    await addItem(page, '工作纪律', '上班迟到', '2')
    await press(page, '添加计分条款')
    await fill(page, '情形', '信息公开')
    await fill(page, '分值', '1')
    await fill(page, '计量单位', '期')
    await page.getByText('数量按缺少的计').click()
    await press(page, '保存')
    await page.getByText('「信息公开」：每少1期扣1分。').first().waitFor()

    // A finding about a part made by hand has no words in the text: it opens the part.
    await page.getByRole('tab', { name: /^待确认/ }).click()
    await press(page, /各类别合计20分/)
    await page.getByRole('button', { name: '修改总分' }).waitFor()
    await page.getByRole('tab', { name: '结构' }).click()

    await addCategory(page, '业务工作', '60')
    for (const office of ['党政办', '农业办']) {
      await press(page, /^业务工作/)
      await press(page, '添加考核表')
      if (office === '党政办') await page.getByText('某个办公室').click()
      await fill(page, '办公室', office)
      await press(page, '保存')
      await addItem(page, `${office}重点工作`, `${office}未按时完成`, '5')
    }
    // Who has turned elsewhere before the answer is there is not taken away from it.
    await press(page, '添加评议类别')
    await fill(page, '分值', '20')
    const answer = await holdBack(page, '**/edits')
    await press(page, '保存')
    await answer.asked
    await press(page, /方案总则/)
    await press(page, '修改领导成绩')
    answer.release()
    await page.getByRole('button', { name: '添加评议类别' }).waitFor()
    await page.getByLabel('分管领导的成绩').click()
    await page.getByTitle('取所分管办公室工作人员的平均分').click()
    await press(page, '保存')
    await page.getByText('分管领导取所分管办公室工作人员的平均分').first().waitFor()
    await press(page, '修改表彰加分')
    await press(page, /^填入建议值/)
    await press(page, '保存')
    await page.getByText('区 1　市 2　省 3　国家 5').waitFor()
    await press(page, '修改绩效工资')
    await fill(page, '每人提出（元）', '2000')
    await press(page, '保存')
    await page.getByText('每人提出 2,000.00 元').first().waitFor()
    await page.getByText('全部确认完毕').waitFor()

    await press(page, /^提请领导小组通过/)
    await page.getByLabel('依据').fill('考核领导小组第 1 次会议纪要')
    await page.getByRole('button', { name: '提请通过', exact: true }).click()
    await page.getByText('决定之前，草案不能改动').waitFor()
    const leader = (await browser.newContext()).request
    await addColleague(product, context.request, { userName: '组长', roles: ['leadingGroup'] }, leader)
    await approveAdoption(product, leader)
    await page.goto(`${product.baseUrl}/scheme/versions/1`)
    await page.getByRole('tab', { name: '建议值 2' }).click()
    await expect.poll(() => page.getByText('本系统建议值，非办法原文', { exact: true }).count()).toBeGreaterThan(2)
    expect(complaints).toEqual([])
  })
})
