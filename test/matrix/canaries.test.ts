import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from './people-of-a-town.ts'
import { askedOf, operations, type Operation } from './requests.ts'
import { startServer, type Heard, type RunningServer } from './running-server.ts'
import { fillTown, now, type FullTown } from './town-with-everything.ts'

/** In no word of the program; in every word somebody of the town has filled in. */
const canary = '蘩鷟'
const ownCanary = '薿鼒'

let server: RunningServer
let own: FullTown
let before: ReadonlyMap<string, string>

beforeAll(async () => {
  server = await startServer(now)
  own = await fillTown(server, ownCanary, 'yi-zi')
  before = await readAll(own)
  await fillTown(server, canary, 'fan-zhuo')
})
afterAll(() => server.stop())

/** Everything that only asks: lists, sheets, files, and what a step would do. */
function questions(): readonly Operation[] {
  return operations().filter(({ endpoint }) => endpoint.method === 'GET' || endpoint.readsOnly === true)
}

/** Everything the roles of a town are told, by role and operation. */
async function readAll(town: FullTown): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>()
  const asRole = async ([role, { cookie }]: readonly [string, { readonly cookie: string }]) => {
    for (const operation of questions()) {
      const { method, path, body } = askedOf(operation, town.thingsOf('101'))
      const heard = await server.ask(method, path, { cookie, body })
      told.set(`${role} ${operation.name}`, wholeOf(heard))
    }
  }
  await Promise.all(Object.entries(town.accounts).map(asRole))
  return told
}

/** Headers and body as text; what is packed in a file unpacked. */
function wholeOf({ status, headers, bytes, text }: Heard): string {
  const isPacked = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const named = decodeURIComponent([...headers].filter(([name]) => name !== 'date').join('\n'))
  return `${String(status)}\n${named}\n${isPacked ? unzip(bytes) : text}`
}

/** The texts of a zip, by its central directory. */
function unzip(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = bytes.readUInt32LE(end + 16)
  let texts = ''
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + packed)
    texts += `${bytes.toString('utf8', at + 46, at + 46 + (name ?? 0))}\n`
    texts += `${(method === 0 ? data : inflateRawSync(data)).toString('utf8')}\n`
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return texts
}

describe('别的镇的字，一个也不出来', () => {
  test('镇里填得进字的地方都有记号：自己的镇看得到', () => {
    const seen = [...before.values()].join('\n')
    for (const word of [
      '综治办',
      '党办',
      '事由',
      '地点',
      '备注',
      '依据',
      '录错',
      '认定',
      '评议表',
      '空白方案',
      '考核办法',
      '办法.txt',
      '会议',
      '说明',
      '再议',
      '纪要',
      '提请',
      '请假',
      '登记',
      '名字写错了',
      '没有写错',
      '职务写错了',
      '镇',
      '101',
    ])
      expect([word, seen.includes(`${ownCanary}${word}`)]).toEqual([word, true])
    for (const name of ['何青', '账号office', '闲置101', '复核'])
      expect([name, seen.includes(`${name}${ownCanary}`)]).toEqual([name, true])
  })

  test('来了另一个镇，每种身份每个接口的答复一字不变，也没有它的记号', async () => {
    const after = await readAll(own)
    expect(after.size).toBe(before.size)
    for (const [asked, told] of after) {
      expect([asked, told.includes(canary)]).toEqual([asked, false])
      if (!changesByItself(asked)) expect([asked, told]).toEqual([asked, before.get(asked)])
    }
  })

  test('拿它的记号去找、去问，哪里都找不到，数也是零', async () => {
    const found: string[] = []
    for (const [role, { cookie }] of Object.entries(own.accounts))
      for (const [path, query] of searches) {
        const heard = await server.ask('GET', `${path}?${new URLSearchParams(query).toString()}`, { cookie })
        if (heard.status === 403) continue
        expect([path, heard.status]).toEqual([path, 200])
        const told = wholeOf(heard)
        if (told.includes(canary)) found.push(`${role} ${path} ${JSON.stringify(query)}`)
        const [, total] = /"total":(\d+)/.exec(told) ?? []
        if (total !== undefined) expect([path, query, total]).toEqual([path, query, '0'])
      }
    expect(found).toEqual([])
  })

  test('区级看得到镇名和数，看不到镇里的人和事', async () => {
    const district = { tenantId: null, userName: '区级', roles: ['district' as const], staffNumber: null }
    const { cookie } = await addAccount(server.app, district)
    for (const path of ['/api/district', '/api/district/results']) {
      const heard = await server.ask('GET', path, { cookie })
      expect([path, heard.status]).toEqual([path, 200])
      const told = wholeOf(heard).replaceAll(`${canary}镇`, '').replaceAll(`${ownCanary}镇`, '')
      for (const word of ['何青', '事由', '录错', '101', '综治办'])
        expect([path, word, told.includes(word)]).toEqual([path, word, false])
    }
  })
})

/** The audit grows by being asked, and one's own data carry one's lines of it. */
function changesByItself(asked: string): boolean {
  return ['listAudit', 'downloadAudit', 'downloadOwnData'].some((name) => asked.endsWith(` ${name}`))
}

/** Every search the API has, by each of its fields that take words. */
const searches: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['/api/entries', { words: canary }],
  ['/api/entries', { words: `何青${canary}` }],
  ['/api/entries', { office: `${canary}综治办` }],
  ['/api/entries', { staffNumber: `${canary}101` }],
  ['/api/standings', { period: '2025', office: `${canary}综治办` }],
  ['/api/standings.xlsx', { period: '2025', office: `${canary}综治办` }],
  ['/api/audit', { words: canary }],
  ['/api/audit', { person: canary }],
  ['/api/audit', { person: `${canary}101` }],
]
