import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { receiptSchema } from '../../src/domain/proof/receipt.ts'
import { phone } from './support/launch-browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

let town: SampleTown

beforeEach(async () => {
  town = await startSampleTown()
})

afterEach(() => town.close())

test('本人领回执；照着页上的校验码打回去核对相符，错一位就说不符；纪检留存、全部核对', async () => {
  const sheet = await town.openPage('/people/030/sheet', undefined, '尤和')
  const receiptButton = sheet.getByRole('button', { name: '回执' }).first()
  await receiptButton.waitFor()
  const [taken] = await Promise.all([sheet.waitForEvent('download'), receiptButton.click()])
  expect(taken.suggestedFilename()).toMatch(/^回执 2025-.*\.json$/)
  const receipt = receiptSchema.parse(JSON.parse(await readFile(await taken.path(), 'utf8')))
  expect(receipt.openings.find(({ name }) => name === 'staffNumber')?.value).toBe('030')

  const page = await town.openPage('/proof', phone, '郭砚秋')
  const now = page.getByRole('region', { name: '现在的台账校验码' })
  await now.waitFor()
  const size = /共 ([\d,]+) 条/.exec(await now.innerText())?.[1]?.replaceAll(',', '') ?? ''
  const [digits = ''] = /([0-9a-f]{4} ){4}[0-9a-f]{4}/.exec(await now.innerText()) ?? []
  const check = page.getByRole('region', { name: '核对纸上的台账校验码' })
  await check.getByLabel('条数').fill(size)
  await check.getByLabel('校验码').fill(digits)
  await check.getByRole('button', { name: /^核\s?对$/ }).click()
  await check.getByText(`相符：今天的台账前 ${size} 条与它一字不差`).waitFor()
  await check.getByLabel('校验码').fill(`${digits.startsWith('0') ? '1' : '0'}${digits.slice(1)}`)
  await check.getByRole('button', { name: /^核\s?对$/ }).click()
  await check.getByText('不相符').waitFor()

  const kept = page.getByRole('region', { name: '留存' })
  await kept.getByRole('button', { name: '留存校验码' }).click()
  await page.getByText(`已留存：共 ${size} 条`).waitFor()
  await kept.getByRole('listitem').getByText('郭砚秋').waitFor()
  await kept.getByRole('button', { name: '全部核对' }).click()
  await kept.getByText(`没有发现问题：${size} 条逐条相符`).waitFor()
  expect(town.complaints).toEqual([])
})
