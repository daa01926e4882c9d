import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterLettingGo,
  afterRecorded,
  afterRefusal,
  changed,
  isOf,
  isWhole,
  nextCall,
  type Inspector,
  type QueuedFinding,
} from './queued-finding.ts'
import { sendQueue, verdictOf, type QueuePorts, type Sent } from './send-queue.ts'

const inspector: Inspector = { townId: 't1', userName: '督查甲' }

function finding(n: number, photos = 0, isNothing = false): QueuedFinding {
  const name = String(n)
  return {
    key: `k${name}`,
    inspector,
    roundId: 'r1',
    office: '党办',
    madeAt: new Date(n).toISOString(),
    ticked: isNothing
      ? null
      : {
          staffNumber: '001',
          name: '何青',
          ruleId: 'absent',
          sentence: '脱岗',
          quantity: '1',
          unit: '次',
          note: name,
          occurredOn: '2026-03-10',
        },
    photos: Array.from({ length: photos }, (_, i) => ({
      key: `k${name}p${String(i)}`,
      bytes: new ArrayBuffer(0),
      taken: null,
    })),
    progress: { kind: 'waiting' },
  }
}

/** A server that does each key once, and a line that loses what `luck` says: the question, or the answer. */
function world(queue: readonly QueuedFinding[], luck: readonly ('question' | 'answer' | 'none')[]) {
  const kept = new Map(queue.map((one) => [one.key, one]))
  const recorded = new Map<string, string>()
  const photos = new Map<string, string>()
  const order: string[] = []
  const losses = [...luck]
  let current: Inspector | null | 'no-answer' = inspector
  const ports: QueuePorts = {
    list: async () => [...kept.values()].toSorted((a, b) => a.madeAt.localeCompare(b.madeAt)),
    keep: async (one) => void kept.set(one.key, one),
    forget: async ({ key }) => void kept.delete(key),
    whoIsSignedIn: async () => current,
    send: async (one, call): Promise<Sent> => {
      const loss = losses.shift()
      if (loss === 'question') return { kind: 'no-answer' }
      if (one.ticked?.note === '坏') return { kind: 'fault' }
      if (one.ticked?.note === '拒') return { kind: 'refused', sentence: '这次督查已经结束' }
      if (call.kind === 'photo')
        for (const entryId of call.entryIds) photos.set(`${call.photo.key} ${entryId}`, entryId)
      else {
        if (!recorded.has(one.key)) order.push(one.key)
        recorded.set(one.key, `entry of ${one.key}`)
      }
      if (loss === 'answer') return { kind: 'no-answer' }
      return { kind: 'done', entryIds: call.kind === 'record' ? [`entry of ${one.key}`] : [] }
    },
  }
  return {
    ports,
    kept,
    recorded,
    photos,
    order,
    signIn: (who: typeof current) => {
      current = who
    },
  }
}

describe('没有信号时存着，有了信号依次上传', () => {
  test('问话丢、应答丢，怎么丢都是每条一次、照片一张不少、次序不乱', async () => {
    const queues = fc.array(fc.record({ photos: fc.integer({ min: 0, max: 2 }), isNothing: fc.boolean() }), {
      maxLength: 6,
    })
    const lucks = fc.array(fc.constantFrom('question' as const, 'answer' as const, 'none' as const), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(queues, lucks, async (shapes, luck) => {
        const queue = shapes.map(({ photos, isNothing }, n) => finding(n, isNothing ? 0 : photos, isNothing))
        const { ports, kept, recorded, photos, order } = world(queue, luck)
        // Each loss ends one attempt; once they are used up the next goes through.
        for (let n = 0; n <= luck.length; n++) await sendQueue(inspector, ports)
        expect([...kept.keys()]).toEqual([])
        expect(order).toEqual(queue.map(({ key }) => key))
        expect(recorded.size).toBe(queue.length)
        expect(photos.size).toBe(queue.reduce((sum, one) => sum + one.photos.length, 0))
      }),
    )
  })

  test('被拒的留着等人处理，不挡后面的', async () => {
    const refused = finding(1)
    const queue = [{ ...refused, ticked: { ...nonNull(refused.ticked), note: '拒' } }, finding(2)]
    const { ports, kept, order } = world(queue, [])
    expect(await sendQueue(inspector, ports)).toBeNull()
    expect(order).toEqual(['k2'])
    expect([...kept.values()].map(({ progress }) => progress)).toEqual([
      { kind: 'refused', sentence: '这次督查已经结束', entryIds: null, photosSent: 0 },
    ])
    expect(await sendQueue(inspector, ports)).toBeNull()
    expect(kept.size).toBe(1)
  })

  test('服务器偏偏在这一条上出错的，留着以后再发，不挡后面的', async () => {
    const broken = finding(1)
    const queue = [{ ...broken, ticked: { ...nonNull(broken.ticked), note: '坏' } }, finding(2, 1)]
    const { ports, kept, order } = world(queue, [])
    expect(await sendQueue(inspector, ports)).toBe('no-answer')
    expect(order).toEqual(['k2'])
    expect([...kept.values()].map(({ key, progress }) => [key, progress.kind])).toEqual([['k1', 'waiting']])
  })

  test('记录发出以后换了人登录：照片不用别人的名义发', async () => {
    const { ports, kept, photos, signIn } = world([finding(1, 2)], [])
    const send: QueuePorts['send'] = async (one, call) => {
      signIn({ townId: 't1', userName: '别人' })
      return ports.send(one, call)
    }
    expect(await sendQueue(inspector, { ...ports, send })).toBe('elsewhere')
    expect([kept.get('k1')?.progress.kind, photos.size]).toEqual(['recorded', 0])
  })

  test.each([
    [null, 'signed-out'],
    ['no-answer', 'no-answer'],
    [{ townId: 't1', userName: '别人' }, 'elsewhere'],
    [{ townId: 't2', userName: '督查甲' }, 'elsewhere'],
  ] as const)('登录的是 %j：一条也不发，一条也不丢', async (who, halt) => {
    const { ports, kept, recorded, signIn } = world([finding(1), finding(2)], [])
    signIn(who)
    expect(await sendQueue(inspector, ports)).toBe(halt)
    expect([kept.size, recorded.size]).toEqual([2, 0])
  })
})

describe('一条的处境', () => {
  test('改：换一个编号重新发，照片跟着；弃：没有记上的整条去掉', () => {
    const refused = afterRefusal(finding(1, 2), '这次督查已经结束')
    expect(nextCall(refused)).toBeNull()
    expect(isWhole(refused)).toBe(false)
    expect(afterLettingGo(refused)).toBeNull()
    const again = changed(refused, { ...nonNull(refused.ticked), quantity: '2' }, 'new')
    expect([again.key, again.photos.length, nextCall(again)?.kind]).toEqual(['new', 2, 'record'])
  })

  test('照片被拒时记录已经在：弃的只是这一张', () => {
    const refused = afterRefusal(afterRecorded(finding(1, 2), ['e1']), '图坏了')
    const next = afterLettingGo(refused)
    expect(next?.progress).toEqual({ kind: 'recorded', entryIds: ['e1'], photosSent: 1 })
    expect(afterLettingGo(afterRefusal(nonNull(next), '图坏了'))).toBeNull()
  })

  test('只属于一个账号', () => {
    expect(isOf(finding(1), inspector)).toBe(true)
    expect(isOf(finding(1), { townId: 't1', userName: '督查乙' })).toBe(false)
    expect(isOf(finding(1), { townId: 't2', userName: '督查甲' })).toBe(false)
  })

  test.each([
    [0, 'unreachable', 'no-answer'],
    [500, 'fault', 'fault'],
    [503, 'outcome-unknown', 'no-answer'],
    [507, 'disk-full', 'no-answer'],
    [429, 'sign-in-throttled', 'no-answer'],
    [401, 'not-signed-in', 'signed-out'],
    [403, 'second-factor-needed', 'signed-out'],
    [409, 'town-switched', 'elsewhere'],
    [403, 'not-allowed', 'refused'],
    [409, 'round-ended', 'refused'],
    [422, 'entry-refused', 'refused'],
  ])('%i %s 是 %s', (status, code, kind) => {
    expect(verdictOf({ status, code, message: '话' }).kind).toBe(kind)
  })
})

function nonNull<Value>(value: Value | null): Value {
  if (value === null) throw new Error('there is one')
  return value
}
