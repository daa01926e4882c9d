import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import { approveAdoption } from './support/colleague.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeAll(async () => {
  town = await startSampleTown()
})

afterAll(async () => {
  await town.close()
})

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click()

/** The sample's text with one clause that can be read in two ways. */
function textWithQuestion(): string {
  const text = readFileSync(projectPath('schemes', 'sample', 'regulation.txt'), 'utf8')
  expect(text).toContain('早退的，发现一次扣1分')
  return text.replace('早退的，发现一次扣1分', '早退的，发现一次扣完1分')
}

describe('从已有的记录看改动', () => {
  test('两种读法各影响几个人；收起的草案能找回', async () => {
    const page = await town.openPage('/scheme?start=new')
    await page.getByLabel('办法全文').fill(textWithQuestion())
    await press(page, '读出条款')
    await page.getByText('条计分条款已识别').waitFor()
    await page.getByRole('tab', { name: /^待确认/ }).click()
    await page
      .getByText(/扣完1分/)
      .first()
      .click()
    await page.getByText('请选择怎么读').waitFor()
    await page.getByText(/影响 [1-9]\d* 人，最多 [\d.]+ 分/).waitFor()

    await page.goto(`${town.product.baseUrl}/scheme?start=copy`)
    await press(page, '复制为新草案')
    await page.getByText(/由第 \d+ 版复制/).waitFor()
    await page.goto(`${town.product.baseUrl}/scheme?start=new`)
    await page.getByRole('button', { name: '接着改' }).first().click()
    await page.getByRole('tab', { name: /^待确认 1/ }).waitFor()
    expect(town.complaints).toEqual([])
  })

  test('复制一版，改一处，写一个算例，通过后对比、打印、导出', async () => {
    const page = await town.openPage('/scheme?start=copy')
    await press(page, '复制为新草案')
    await page.getByText(/由第 \d+ 版复制/).waitFor()
    await page.getByRole('button', { name: '工作纪律', exact: true }).first().click()
    await press(page, /^「值班人员脱岗/)
    await press(page, '修改')
    await page.getByLabel('分值').last().fill('3')
    await page.getByText('「值班人员脱岗」：每次扣3分。').first().waitFor()
    await press(page, '保存')
    await page.getByText('手工改动，与原文不同').first().waitFor()

    await page.getByRole('tab', { name: /^算例/ }).click()
    await press(page, '写一个算例')
    await page.getByLabel('名称').fill('脱岗一次')
    await page.getByPlaceholder('打几个字找条款，如：迟到').fill('值班人员脱岗')
    await page.keyboard.press('Enter')
    await page.getByLabel('应计（分）').fill('-2')
    await page.getByText('与应计不符').waitFor()
    await press(page, '保存')
    await press(page, /^提请领导小组通过/)
    await page.getByRole('button', { name: /^算例“脱岗一次”：应扣2分，按现方案扣3分/ }).click()
    await press(page, '修改')
    await page.getByLabel('应计（分）').fill('-3')
    await press(page, '保存')
    await page.getByText('✓ 与应计相符').waitFor()
    await press(page, /^提请领导小组通过/)
    await page.getByLabel('依据').fill('考核领导小组第 3 次会议纪要')
    await page.getByRole('button', { name: '提请通过', exact: true }).click()
    await page.getByText('决定之前，草案不能改动').waitFor()
    const leader = await town.openPage('/scheme/adoption', undefined, '覃望川')
    await approveAdoption(town.product, leader.request)
    await page.goto(`${town.product.baseUrl}/scheme/versions`)
    await page
      .getByRole('row', { name: /第 3 版/ })
      .getByRole('link', { name: '与前一版对比' })
      .click()
    await page.getByText('分值由2分改为3分').first().waitFor()
    await page.getByRole('tab', { name: '原文' }).click()
    await page.getByText('两份原文完全相同').waitFor()

    await page.goto(`${town.product.baseUrl}/scheme/versions`)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: /^导出/ }).first().click()
    await page.getByText('导出方案文件（.json）').click()
    const file: unknown = JSON.parse(await readFile(await (await waiting).path(), 'utf8'))
    expect(file).toMatchObject({ format: 'gongdao-scheme/1' })
    await page
      .getByRole('link', { name: /^第 \d+ 版/ })
      .first()
      .click()
    await press(page, '打印')
    await page.getByRole('columnheader', { name: /^公共项目 · 全体人员/ }).waitFor()
    expect(town.complaints).toEqual([])
  })
})
