import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone } from './support/launch-browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeAll(async () => {
  town = await startSampleTown()
})

afterAll(() => town.close())

describe('人员与机构', () => {
  test('借调一人：先看天数和平均分的变化再办；成绩单逐段写明天数；办错了取消，原因必填', async () => {
    const page = await town.openPage('/people?who=尤和')
    await page.getByRole('button', { name: '尤和的任职情况' }).click()
    const drawer = page.getByRole('dialog', { name: '尤和' })
    await drawer.getByRole('button', { name: '借调' }).click()
    const dialog = page.getByRole('dialog', { name: '借调' })
    await dialog.getByLabel('离开的第一天').fill('2025-11-01')
    await dialog.getByLabel('离开的最后一天').fill('2025-11-30')
    await dialog.getByLabel('去向或依据').fill('区委组织部')
    const preview = dialog.getByRole('region', { name: '办理后的变化' })
    await preview.getByText('2025年在册 365 → 335 天').waitFor()
    await preview.getByText('借调 11-01—11-30 30天').waitFor()
    await dialog.getByRole('button', { name: '办理' }).click()
    await page.getByText('已办理 1 人').waitFor()
    await drawer.getByText('区委组织部').waitFor()

    await drawer.getByRole('link', { name: '成绩单' }).click()
    const days = page.getByRole('region', { name: '在册天数' })
    await days.getByRole('cell', { name: '30天，不计' }).waitFor()
    await days.getByText('335/365天').waitFor()
    await days.getByText('× 181/335').waitFor()

    await page.goto(`${town.product.baseUrl}/people?who=尤和&state=secondment&on=2025-11-15`)
    await page.getByRole('button', { name: '尤和的任职情况' }).click()
    await drawer
      .getByRole('listitem')
      .filter({ hasText: '区委组织部' })
      .getByRole('button', { name: '更正' })
      .click()
    await page.getByRole('menuitem', { name: '取消2025-11-01的借调离开' }).click()
    const cancel = page.getByRole('dialog', { name: '取消2025-11-01的借调离开' })
    await cancel.getByText('在册 335 → 365 天').waitFor()
    await cancel.getByRole('button', { name: '办理' }).click()
    await cancel.getByText('更正、取消要写明原因').waitFor()
    await cancel.getByLabel('办理依据或原因').fill('没有去成')
    await cancel.getByRole('button', { name: '办理' }).click()
    await page.getByText('已办理 1 人').waitFor()
    await drawer.getByText('区委组织部').waitFor({ state: 'detached' })
    expect(town.complaints).toEqual([])
  })

  test('几个人一起调动：没有考核表的办公室当场说办不了，换一个就能办', async () => {
    const page = await town.openPage('/people?office=司法所')
    for (const name of ['解正', '甄明法'])
      await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').click()
    await page.getByRole('status').getByRole('button', { name: '调动' }).click()
    const dialog = page.getByRole('dialog', { name: '调动' })
    await dialog.getByLabel('调动日期').fill('2025-07-01')
    await dialog.getByLabel('办公室', { exact: true }).fill('司法办')
    await dialog.getByText('方案里没有“司法办”的考核表').waitFor()
    expect(await dialog.getByRole('button', { name: '办理 2 人' }).isDisabled()).toBe(true)
    await dialog.getByLabel('办公室', { exact: true }).fill('综治办')
    await dialog.getByText('综治办 07-01—12-31 184天').first().waitFor()
    await dialog.getByRole('button', { name: '办理 2 人' }).click()
    await page.getByText('已办理 2 人').waitFor()
    expect(town.complaints).toEqual([])
  })

  test('自己的一行选不中，写明由另一人办理；自己的任职情况里没有可以改动的按钮，手机上也一样', async () => {
    const reason = '这是您本人：自己的任职、借调和长假不能自己办，由考核办的另一人办理。'
    const page = await town.openPage('/people?who=丁岚')
    const row = page.getByRole('row').filter({ hasText: '丁岚' })
    expect(await row.getByRole('checkbox').isDisabled()).toBe(true)
    await row.getByTitle(reason).first().waitFor()
    await page.getByRole('button', { name: '丁岚的任职情况' }).click()
    const drawer = page.getByRole('dialog', { name: '丁岚' })
    await drawer.getByText(reason).waitFor()
    for (const name of ['调动', '长假', '更正']) expect(await drawer.getByRole('button', { name }).count()).toBe(0)

    const small = await town.openPage('/people?who=丁岚', phone)
    expect(await small.getByRole('checkbox', { name: reason }).isDisabled()).toBe(true)
    const width = await small.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(390)
    expect(town.complaints).toEqual([])
  })

  test('机构图：手机上也看得全，选哪天看哪天；主要领导取分管领导的平均分', async () => {
    const page = await town.openPage('/people/chart?on=2025-03-01', phone)
    await page.getByRole('heading', { name: '2025-03-01 的机构和分管' }).waitFor()
    await page.getByText('取 5 名分管领导的平均分').first().waitFor()
    await page.getByText('没有发现问题').waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(390)
    expect(town.complaints).toEqual([])
  })

  test('普通工作人员看得到本办公室的人，没有可以改动的按钮', async () => {
    const page = await town.openPage('/people', undefined, '尤和')
    await page.getByRole('button', { name: '尤和的任职情况' }).click()
    const drawer = page.getByRole('dialog', { name: '尤和' })
    await drawer.getByText('综治办').first().waitFor()
    expect(await drawer.getByRole('button', { name: '调动' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: '新人入职' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: '卞思齐的任职情况' }).count()).toBe(0)
    // An address typed by hand shows no tools, and says nothing about what waits.
    await page.goto(`${town.product.baseUrl}/entries/confirm`)
    await page.getByText('这一页不是您的身份办的').waitFor()
    expect(await page.getByText('没有待确认的记录').count()).toBe(0)
  })
})
