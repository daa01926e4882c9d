import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accept, refuse } from '../primitives/result.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { openCheckpoint, originOf, signCheckpoint } from './checkpoint.ts'
import { fingerprint, keyId, verifierKey, type PublicKey, type VerifySignature } from './public-key.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const origin = originOf('00000000-0000-4000-8000-000000000001')
const head = { size: 1234, root: '0ac5186a91863e8e1d90c808014aa89bf5da8fb87d9f0760307031a378f1da36' }

const pair = generateKeyPairSync('ed25519')
const key: PublicKey = {
  algorithm: 'ed25519',
  key: pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
}
const checks: { sha256: typeof sha256; verify: VerifySignature } = {
  sha256,
  verify: (_key, message, signature) => verify(null, message, pair.publicKey, signature),
}
const signer = { key, sign: (message: Uint8Array) => new Uint8Array(sign(null, message, pair.privateKey)) }
const note = signCheckpoint(origin, head, signer, sha256)

describe('签了名的校验值', () => {
  test('是通行的 checkpoint 样式，验得出是谁签的哪个校验值', () => {
    const [first, size, root, blank, signature, end] = note.split('\n')
    expect([first, size, root, blank, end]).toEqual([
      origin,
      '1234',
      'CsUYapGGPo4dkMgIAUqom/Xaj7h9nwdgMHAxo3jx2jY=',
      '',
      '',
    ])
    expect(signature?.startsWith(`— ${origin} `)).toBe(true)
    expect(openCheckpoint(note, origin, [key], checks)).toEqual(accept({ head, key }))
  })

  test('钥匙编号按通行的算法：名字、换行、0x01、公钥的 SHA-256 前四字节', () => {
    const hashed = createHash('sha256')
      .update(`${origin}\n`)
      .update(Buffer.from(`01${key.key}`, 'hex'))
      .digest('hex')
    expect(keyId(origin, key, sha256)).toBe(hashed.slice(0, 8))
    expect(verifierKey(origin, key, sha256)).toBe(
      `${origin}+${hashed.slice(0, 8)}+${Buffer.from(`01${key.key}`, 'hex').toString('base64')}`,
    )
    expect(fingerprint(key, sha256)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('改动其中任何一个字符都不认', () => {
    for (let index = 0; index < note.length; index += 1) {
      const changed = `${note.slice(0, index)}${note[index] === '1' ? '2' : '1'}${note.slice(index + 1)}`
      expect(openCheckpoint(changed, origin, [key], checks).ok, JSON.stringify(changed)).toBe(false)
      expect(openCheckpoint(note.slice(0, index), origin, [key], checks).ok).toBe(false)
    }
  })

  test('别的镇的、别的钥匙签的、不成样子的，各说各的', () => {
    const other = originOf('00000000-0000-4000-8000-000000000002')
    expect(openCheckpoint(note, other, [key], checks)).toEqual(refuse({ code: 'checkpoint-of-other-log', origin }))
    expect(openCheckpoint(note, origin, [], checks)).toEqual(refuse({ code: 'checkpoint-key-unknown' }))
    expect(openCheckpoint('', origin, [key], checks)).toEqual(refuse({ code: 'checkpoint-malformed' }))
    const forged = signCheckpoint(origin, head, { key, sign: () => new Uint8Array(64) }, sha256)
    expect(openCheckpoint(forged, origin, [key], checks)).toEqual(refuse({ code: 'checkpoint-signature-wrong' }))
  })

  test('多出一个不认识的签名不碍事，认得的签名错了就不认', () => {
    const stranger = `— witness.example ${toBase64(new Uint8Array(68))}\n`
    expect(openCheckpoint(note + stranger, origin, [key], checks).ok).toBe(true)
    const forged = signCheckpoint(origin, head, { key, sign: () => new Uint8Array(64) }, sha256)
    expect(openCheckpoint(`${note}${forged.split('\n')[4] ?? ''}\n`, origin, [key], checks).ok).toBe(false)
  })
})

test('base64 与通行的一致，不规范的不认', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64')
      expect(toBase64(bytes)).toBe(text)
      expect(fromBase64(text)).toEqual(bytes)
    }),
  )
  for (const text of ['A', 'AB', 'AB=', 'AB==', 'AA=A', 'A A=', 'AAAA=', '===='])
    if (text !== 'AB==') expect(() => fromBase64(text), text).toThrow('base 64')
  expect(() => fromBase64('AB==')).toThrow('base 64')
})
