import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { answer, endpoint } from '../../http/contract/endpoint.ts'
import { ApiError, call, messageOf, whenSessionChanged } from './api.ts'

const reverse = endpoint({
  method: 'POST',
  path: '/api/entries/{entryId}/reversal',
  access: 'signed-in',
  idempotent: true,
  params: z.object({ entryId: z.string() }),
  query: z.object({ page: z.number().optional(), words: z.string().optional() }),
  body: z.object({ reason: z.string() }),
  answer: answer<{ readonly done: boolean }>(),
})
const upload = endpoint({
  method: 'POST',
  path: '/api/imports/roster',
  access: 'signed-in',
  upload: true,
  body: z.object({ mode: z.enum(['check', 'commit']) }),
  answer: answer<{ readonly rows: number }>(),
})
const reason = { params: { entryId: 'a/b 1' }, body: { reason: '记错了人' } }

const fetched = vi.fn<typeof fetch>()
const sent = () => fetched.mock.calls[0] ?? []

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('localStorage', { getItem: () => null })
  fetched.mockReset()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('调用接口', () => {
  it('地址里的参数转义，没有填的条件不送，请求带上防重的编号', async () => {
    fetched.mockResolvedValue(Response.json({ done: true }))
    const answered = await call(reverse, { ...reason, query: { page: 2, words: undefined }, idempotencyKey: 'k1' })
    const [address, request] = sent()
    expect(answered).toEqual({ done: true })
    expect(address).toBe('/api/entries/a%2Fb%201/reversal?page=2')
    expect(request?.body).toBe('{"reason":"记错了人"}')
    expect(new Headers(request?.headers).get('idempotency-key')).toBe('k1')
  })

  it('上传的表和字段放在一张表单里', async () => {
    fetched.mockResolvedValue(Response.json({ rows: 3 }))
    await call(upload, { file: new File(['姓名'], '花名册.csv'), body: { mode: 'check' } })
    const form = sent()[1]?.body
    expect(form instanceof FormData && [...form.keys()]).toEqual(['mode', 'file'])
  })

  it('被拒绝时说服务器的那句话，出错时带上日志编号', async () => {
    fetched.mockResolvedValue(
      Response.json({ error: { code: 'not-found', message: '没有这条记录。' } }, { status: 404 }),
    )
    await expect(call(reverse, reason)).rejects.toMatchObject({
      status: 404,
      code: 'not-found',
      message: '没有这条记录。',
    })
    const fault = new ApiError(500, { code: 'fault', message: '系统出错了。', logId: 'L7' })
    expect(messageOf(fault)).toBe('系统出错了。（日志编号 L7）')
  })

  it('连不上、回答不是约定的样子，都有一句中文', async () => {
    fetched.mockRejectedValueOnce(new TypeError('fetch failed'))
    await expect(call(reverse, reason)).rejects.toThrow(/连不上服务器/)
    fetched.mockResolvedValueOnce(new Response('<html>', { status: 502 }))
    await expect(call(reverse, reason)).rejects.toThrow(/读不懂/)
    fetched.mockResolvedValueOnce(new Response('<html>', { status: 200 }))
    await expect(call(reverse, reason)).rejects.toThrow(/读不懂/)
  })

  it('登录失效时告诉在听的人', async () => {
    const heard = vi.fn<() => void>()
    const stop = whenSessionChanged(heard)
    fetched.mockResolvedValue(Response.json({ error: { code: 'signed-out', message: '请登录' } }, { status: 401 }))
    await expect(call(reverse, reason)).rejects.toThrow('请登录')
    expect(heard).toHaveBeenCalledOnce()
    stop()
  })
})
