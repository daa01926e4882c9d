import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import type { TestBrowser } from './support/browser.ts'
import { startEmptyTown } from './support/empty-town.ts'
import { addColleague } from './support/colleague.ts'
import type { Product } from './support/product.ts'
import { setUpSecondFactor } from './support/second-factor.ts'

let product: Product
let browser: TestBrowser
let close: () => Promise<void>

beforeEach(async () => {
  ;({ product, browser, close } = await startEmptyTown())
})

afterEach(() => close())

async function setUp(page: Page): Promise<void> {
  await page.goto(product.setUpLink ?? '')
  await page.getByLabel('镇（街道）名称').fill('云溪镇')
  await page.getByLabel('负责人用户名').fill('考核办')
  await page.getByLabel('密码', { exact: true }).fill('一句话最好记 2026')
  await page.getByLabel('再输一次密码').fill('一句话最好记 2026')
  await page.getByRole('button', { name: '完成设置并登录' }).click()
  await page.getByRole('heading', { name: '设置登录验证码' }).waitFor()
  await setUpSecondFactor(product, page.request)
}

/** How many findings wait, by the bar above the workbench; 0 when all are settled. */
async function pendingFindings(page: Page): Promise<number> {
  const bar = await page.getByRole('status').filter({ hasText: '条计分条款已识别' }).innerText()
  return Number(/(\d+) 处待确认/.exec(bar)?.[1] ?? 0)
}

/** Past text and outline into the card, where the focus stays when the answer has taken its own button away. */
async function answerByKeyboard(page: Page): Promise<void> {
  const before = await pendingFindings(page)
  await page.getByRole('button', { name: '下一处' }).press('Enter')
  await page.getByRole('button', { name: '去答复' }).waitFor({ state: 'attached' })
  for (const key of ['Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect.poll(() => pendingFindings(page)).toBe(before - 1)
  await expect.poll(() => page.evaluate<string>('document.activeElement?.id')).toBe('scheme-detail')
}

const answers = [/^采用建议的评议组/, '认可这个读法', '知道了', '保留原文', /暂按此读/] as const

/** Goes from finding to finding with 下一处 and answers each with the first answer it offers. */
async function settleWhatCanBe(page: Page): Promise<void> {
  const seen = new Set<string>()
  for (;;) {
    const before = await pendingFindings(page)
    if (before === 0) return
    await page.getByRole('button', { name: '下一处' }).click()
    const card = page
      .locator('article')
      .filter({ hasText: /待确认|必须解决/ })
      .first()
    const message = await card.locator('p').nth(1).innerText()
    if (seen.has(message)) return
    const offered = answers.map((name) => card.getByRole('button', { name }).first())
    const visible = await Promise.all(offered.map((button) => button.isVisible()))
    const answer = offered[visible.indexOf(true)]
    if (answer === undefined) {
      seen.add(message)
      continue
    }
    await answer.click()
    await expect.poll(() => pendingFindings(page)).toBeLessThan(before)
  }
}

describe('从办法原文到通过的方案', () => {
  test('首次设置、上传原文、逐处核对、补上缺的部分、领导小组通过', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await setUp(page)

    await page.goto(`${product.baseUrl}/scheme`)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(projectPath('..', 'shared', 'regulations', 'seed.txt'))
    await page.getByText('条计分条款已识别').waitFor()
    await page.getByText('40/60').first().waitFor()
    expect(await pendingFindings(page)).toBeGreaterThan(5)
    await answerByKeyboard(page)
    // The answer taken back, its question comes forward again.
    const first = page.locator('article').getByText('正文列出了“综合评议”')
    expect(await first.count()).toBe(0)
    await page.getByRole('button', { name: '撤销上一步' }).click()
    await first.waitFor()
    await settleWhatCanBe(page)

    // An answer stands beside its clause, and is taken back and given anew there.
    await page.getByRole('tab', { name: /^待确认/ }).click()
    await page.getByText(/^已处理 \d+ 处/).click()
    await page.locator('details').getByText('“主管领导”没有说明指谁').click()
    await page.getByText(/^考核办 · \d{4}-/).waitFor()
    await page.getByRole('button', { name: '改答案' }).click()
    await page.getByRole('button', { name: /^指分管领导/ }).click()
    await page.getByText('已处理：读作“分管领导”').waitFor()
    await page.getByRole('button', { name: '撤销上一步' }).waitFor()
    await page.getByRole('button', { name: /\d+ 处不计分，均有理由/ }).click()
    await page.getByText('说的是得分怎样汇总').first().click()
    await page.locator('[data-chosen]').first().waitFor()
    await page.getByRole('button', { name: '返回结构' }).click()

    // The text ends in the middle of this office's sheet: the rest is added by hand, and the sums follow the typing.
    const office = page.getByRole('button', { name: '农业办', exact: true })
    await office.first().click()
    await office.last().click()
    await page.getByRole('button', { name: '添加项目' }).click()
    await page.getByLabel('名称').fill('动物防疫和农产品质量')
    await page.getByLabel('分值').fill('15')
    await page.getByText('55/60').first().waitFor()
    await page.getByLabel('分值').fill('20')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page
      .getByRole('button', { name: /^动物防疫/ })
      .first()
      .click()
    await page.getByRole('button', { name: '添加计分条款' }).click()
    await page.getByLabel('情形').fill('防疫不到位')
    await page.getByLabel('分值').fill('2')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page
      .getByText(/防疫不到位/)
      .first()
      .waitFor()
    await page.getByRole('tab', { name: '改动' }).click()
    await page.getByText('现：动物防疫和农产品质量（20分）').waitFor()
    await expect.poll(() => page.getByText('40/60').count()).toBe(0)
    await page.getByText('全部确认完毕').waitFor()

    await page
      .getByRole('button', { name: /^提请领导小组通过/ })
      .first()
      .click()
    await page.getByLabel('依据').fill('考核领导小组第 1 次会议纪要')
    await page.getByRole('button', { name: '提请通过', exact: true }).click()
    await page.getByText('决定之前，草案不能改动').waitFor()

    // Another person decides: one of the leading group, who has just taken up the account.
    const leader = await browser.newContext()
    await addColleague(product, page.request, { userName: '组长', roles: ['leadingGroup'] }, leader.request)
    const desk = await leader.newPage()
    await desk.goto(`${product.baseUrl}/scheme/adoption`)
    await desk.getByRole('button', { name: '通过为新的版本' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '通过为新的版本' }).click()
    await desk.getByText('已通过：第 1 版').first().waitFor()

    await page.goto(`${product.baseUrl}/scheme/versions/1`)
    await page.getByRole('button', { name: '全部展开' }).click()
    await page
      .getByRole('button', { name: /^动物防疫/ })
      .first()
      .waitFor()
    await page.getByText('方案第 1 版').first().waitFor()
    expect(complaints).toEqual([])
  })
})
