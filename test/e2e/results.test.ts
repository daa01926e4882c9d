import { readFile } from 'node:fs/promises'
import type { Download } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeAll(async () => {
  town = await startSampleTown()
})

afterAll(async () => {
  await town.close()
})

/** 1,234.56 or −1,234.56 in fen. */
function fenOf(text: string): number {
  return Math.round(Number(text.replaceAll(',', '').replace('−', '-')) * 100)
}

async function rowsOf(download: Download): Promise<readonly (readonly unknown[])[]> {
  return readSheet(await readFile(await download.path()))
}

/** A PDF names each of its pages once. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe('从成绩到绩效工资', () => {
  test('名单与总额分毫不差，导出的表数字一样', async () => {
    const page = await town.openPage('/pay')
    await page.getByText('合计与总额相符，差额 0.00 元').waitFor()
    const formula = (await page.locator('p', { hasText: '成绩之和' }).innerText()).replace(/\s/g, '')
    const pool = fenOf(/总额([\d,.]+)元/.exec(formula)?.[1] ?? '')
    expect(pool).toBeGreaterThan(0)

    const shares = await page.locator('tbody button').allInnerTexts()
    expect(shares.length).toBeGreaterThanOrEqual(58)
    expect(shares.reduce((sum, share) => sum + fenOf(share), 0)).toBe(pool)

    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const rows = await rowsOf(await waiting)
    const total = rows.find((row) => String(row[0]).startsWith('合计') || String(row[1]).startsWith('合计'))
    expect(total?.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) : cell))).toContain(pool)
    expect(town.complaints).toEqual([])
  })

  test('成绩表点到成绩单，每个数都能问为什么，一张 A4 印得下', async () => {
    const page = await town.openPage('/standings?words=解正')
    await page.getByRole('link', { name: '解正' }).first().waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const rows = await rowsOf(await waiting)
    expect(rows.some((row) => row.includes('解正'))).toBe(true)

    await page.getByRole('link', { name: '解正' }).first().click()
    await page.getByRole('heading', { name: /绩效考核成绩单/ }).waitFor()
    const items = await page.locator('article tbody tr').count()
    expect(items).toBeGreaterThan(5)
    await page
      .getByRole('row', { name: /^工作纪律/ })
      .getByRole('button')
      .click()
    const panel = page.getByRole('dialog')
    await panel.getByText('计算过程').waitFor()
    await panel.getByRole('cell', { name: /玩游戏/ }).waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    expect(town.complaints).toEqual([])
  })

  test('成绩表印成 A4：不管屏上翻到哪页都是全部人，表头每页都有，行不拆开，末尾签字', async () => {
    const page = await town.openPage('/standings')
    await page.getByRole('link', { name: '禾穗' }).first().waitFor()
    expect(await page.locator('tr.ant-table-row').count()).toBe(20)
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('article', { hasText: '2025年绩效考核成绩表' })
    await paper.waitFor()
    expect(await page.locator('tr.ant-table-row').first().isVisible()).toBe(false)
    const rows = await paper
      .locator('tbody tr')
      .filter({ has: page.locator('td') })
      .allInnerTexts()
    expect(rows.length).toBe(60)
    const styleOf = (selector: string, property: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('article ${selector}')).${property}`)
    expect(await styleOf('thead', 'display')).toBe('table-header-group')
    expect(await styleOf('tbody tr', 'breakInside')).toBe('avoid')
    await paper.getByText('审批').waitFor()
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(2)
    expect(town.complaints).toEqual([])
  })

  test('地址带着筛选，发给别人看到一样的成绩表', async () => {
    const page = await town.openPage('/standings?office=司法所&part=Q4')
    await page.getByRole('link', { name: '解正' }).first().waitFor()
    const offices = await page.locator('tr.ant-table-row td:nth-child(3)').allInnerTexts()
    expect(new Set(offices)).toEqual(new Set(['司法所']))
    await page.getByText('2025年第四季度，').waitFor()
  })
})

describe('还没评完', () => {
  test('冲销一项必评的结果，绩效工资就没有名单，并说清缺谁缺什么', async () => {
    const page = await town.openPage('/entries?person=053&words=完成年度任务')
    await page.locator('tr.ant-table-row').getByRole('button', { name: '更正' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('更正原因').fill('数字还没有核定')
    await dialog.getByRole('button', { name: '冲销' }).click()
    await page.getByText('已冲销').first().waitFor()

    await page.goto(`${town.product.baseUrl}/pay`)
    await page.getByText('还算不出绩效工资').waitFor()
    await page.getByText('还没有评定结果').waitFor()
    const remedy = page.getByRole('link', { name: '去登记' })
    expect(await remedy.getAttribute('href')).toBe('/entries/new?person=053')
    expect(await page.locator('tbody button').count()).toBe(0)

    await page.goto(`${town.product.baseUrl}/standings?words=053`)
    await page.getByRole('row', { name: /贝珠/ }).getByText('待评').first().waitFor()
    expect(town.complaints).toEqual([])
  })
})

describe('在手机上', () => {
  test.each([
    '/',
    '/entries/new',
    '/entries',
    '/entries/confirm',
    '/ratings',
    '/standings',
    '/people/028/sheet',
    '/pay',
  ])('%s 不用左右拖动', async (path) => {
    const page = await town.openPage(path, phone)
    await page.getByRole('heading').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
  })

  test('用手指登记一条，看到变化再保存', async () => {
    const page = await town.openPage('/entries/new', phone)
    await page.getByRole('combobox', { name: '谁' }).tap()
    await page.getByRole('combobox', { name: '谁' }).fill('解正')
    await page.getByRole('option', { name: /解正/ }).tap()
    await page.getByRole('combobox', { name: '哪一条' }).fill('工作牌')
    await page.getByRole('option', { name: /工作牌/ }).tap()
    const effect = page.getByRole('region', { name: '登记后的变化' })
    await effect.getByText(/总分/).waitFor()
    await page.getByRole('button', { name: '保存' }).tap()
    await page.getByText(/已登记：解正/).waitFor()
    expect(town.complaints).toEqual([])
  })
})
