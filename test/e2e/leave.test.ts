import { afterEach, beforeEach, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

const [staff, deputy] = ['尤和', '褚云岫']
let town: SampleTown
beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(() => town.close())

/** A day so many days from now, by the town's clock. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + (8 * 60 + days * 24 * 60) * 60_000).toISOString().slice(0, 10)
}

test('职员在手机上请假，分管领导在手机上批，去向告示牌自己写上', async () => {
  const ask = await town.openPage('/registers/leave', phone, staff)
  // The town's calendar may have today off: a kind that counts every day is away on any.
  await ask.getByLabel('假别').click()
  await ask.getByTitle('产假').click()
  await ask.getByLabel('第一天').fill(dayFromNow(0))
  await ask.getByLabel('事由').fill('陪同就医')
  await ask.getByText(/由分管领导.*褚云岫审批/).waitFor()
  await ask.getByRole('button', { name: '请假', exact: true }).click()
  await ask.getByRole('listitem').filter({ hasText: '陪同就医' }).getByText('待批').waitFor()

  const decide = await town.openPage('/registers/leave?show=decide', phone, deputy)
  const waiting = decide.getByRole('listitem').filter({ hasText: '陪同就医' })
  await waiting.getByRole('button', { name: '批准', exact: true }).click()
  await decide.getByText(`已批准${staff}的假`).waitFor()

  const board = await town.openPage('/board', undefined, staff)
  await board.getByRole('listitem').filter({ hasText: staff }).getByText(/请假/).waitFor()
  expect(town.complaints).toEqual([])
})
