import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint, answer } from './contract/endpoint.ts'
import { readRequest } from './read-request.ts'

const operation = endpoint({
  method: 'POST',
  path: '/api/tried',
  access: { action: 'entry.record' },
  body: z.object({
    name: z.string(),
    count: z.int(),
    names: z.array(z.string()),
    day: z.string('请填写日期'),
  }),
  answer: answer<null>(),
})
const good = { name: '何青', count: 1, names: [], day: '2026-03-09' }

const refusalOf = async (body: unknown) => {
  const raw = new Request('http://town.example/api/tried', { method: 'POST', body: JSON.stringify(body) })
  const read = await readRequest(operation, { params: {}, query: {}, raw })
  return read.ok ? null : read.refusal
}

test.each([
  ['全对', good, null],
  ['没有', { ...good, name: undefined }, ['name', '没有填写']],
  ['种类不对', { ...good, name: 3 }, ['name', '应是文字']],
  ['小数', { ...good, count: 1.5 }, ['count', '应是整数']],
  ['列表里一个不对', { ...good, names: ['何青', null] }, ['names.1', '应是文字']],
  ['不是列表', { ...good, names: '何青' }, ['names', '应是一个列表']],
  ['字段自己说的话不变', { ...good, day: undefined }, ['day', '请填写日期']],
  ['整个不是一组字段', [], ['', '应是一组字段']],
])('%s：指出哪里，用平常的话', async (_, body, said) => {
  const refusal = await refusalOf(body)
  expect(refusal?.code === 'input-invalid' ? [refusal.place, refusal.message] : refusal).toEqual(said)
})
