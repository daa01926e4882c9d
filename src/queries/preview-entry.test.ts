import { afterAll, beforeAll, expect, test } from 'vitest'
import { oneItem, person, rule } from '../../test/builders/town.ts'
import { adopt, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'

let town: SignedInTown
beforeAll(async () => {
  town = await startTown()
  const plain = oneItem([rule('absent'), rule('zeroed', { effect: 'zero', points: null })])
  const scheme = {
    ...plain,
    rollUps: [{ post: '分管领导' as const, of: '工作人员' as const, method: 'mean' as const, source: null }],
  }
  await adopt(town, scheme, '2026-01-01')
  await employ(town, [
    person('001', { name: '何青' }),
    person('002', { name: '单晓云' }),
    person('101', { name: '仇平', post: '分管领导', office: '', inChargeOf: ['党办'] }),
  ])
})
afterAll(() => town.stop())

async function preview(staffNumbers: readonly string[], ruleId: string) {
  const finding = { about: { kind: 'people', staffNumbers }, ruleId, quantity: '1', occurredOn: '2026-05-06' }
  return (await town.send('POST', '/api/entries/preview', { body: finding })).body.effects
}

test('记在领导名下的不动分，说明是取平均分', async () => {
  expect(await preview(['101'], 'absent')).toMatchObject([
    {
      name: '仇平',
      scoreBefore: 1000,
      scoreAfter: 1000,
      itemBefore: null,
      itemAfter: null,
      remark: '不计分（取平均分）',
    },
  ])
})

test('全年记0分的说清楚', async () => {
  expect(await preview(['001'], 'zeroed')).toMatchObject([
    { scoreBefore: 1000, scoreAfter: 0, remark: '按条款全年总分记0分' },
  ])
})

test('几个人各有一行，次序如所选', async () => {
  expect(await preview(['002', '001'], 'absent')).toMatchObject([
    { name: '单晓云', itemBefore: 1000, itemAfter: 800 },
    { name: '何青', itemBefore: 1000, itemAfter: 800 },
  ])
})
