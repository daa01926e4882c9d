import { expect, test } from 'vitest'
import { emptyWish, wantedOf } from './wanted-accounts.ts'

test('一个人可以另取用户名，几个人就各用各的姓名', () => {
  const one = { ...emptyWish, staffNumbers: ['001'], userName: ' 小何 ' }
  expect(wantedOf(one)).toEqual([{ staffNumber: '001', userName: '小何' }])
  expect(wantedOf({ ...one, staffNumbers: ['001', '002'] })).toEqual([
    { staffNumber: '001', userName: null },
    { staffNumber: '002', userName: null },
  ])
})

test('花名册以外的人一行一个，重写的只算一个', () => {
  const names = '驻镇纪检\n  \n孟岩、驻镇纪检'
  expect(wantedOf({ ...emptyWish, from: 'outside', names }).map(({ userName }) => userName)).toEqual([
    '驻镇纪检',
    '孟岩',
  ])
})
