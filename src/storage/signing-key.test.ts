import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openCheckpoint, originOf, signCheckpoint } from '../domain/proof/checkpoint.ts'
import { chooseStorageHome } from './embedded/storage-home.ts'
import { sha256 } from './sha256.ts'
import { belongTogether, makeKeyPair, signWith, verifySignature } from './signatures.ts'
import { chooseSignature, openSigner, rememberPublicKeys } from './signing-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongdao-signing-'))
if (process.getuid?.() === 0) chmodSync(folder, 0o755)
const home = chooseStorageHome({ GONGDAO_DATA: folder })
const file = join(folder, 'signing-key.json')
beforeEach(() => rmSync(file, { force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const origin = originOf('00000000-0000-4000-8000-000000000001')
const head = { size: 3, root: 'ab'.repeat(32) }

describe.each(['ed25519', 'sm2'] as const)('签名算法 %s', (algorithm) => {
  test('签了的验得过；换一个字、换一把钥匙、换一位签名都验不过', () => {
    const [pair, other] = [makeKeyPair(algorithm), makeKeyPair(algorithm)]
    const message = new TextEncoder().encode('清源镇台账')
    const signature = signWith(pair, message)
    expect(signature).toHaveLength(64)
    expect(belongTogether(pair)).toBe(true)
    expect(belongTogether({ ...pair, public: other.public })).toBe(false)
    expect(verifySignature(pair.public, message, signature)).toBe(true)
    expect(verifySignature(other.public, message, signature)).toBe(false)
    expect(verifySignature(pair.public, new TextEncoder().encode('清源镇台帐'), signature)).toBe(false)
    expect(
      verifySignature(
        pair.public,
        message,
        signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      ),
    ).toBe(false)
    expect(verifySignature(pair.public, message, signature.subarray(1))).toBe(false)
    expect(verifySignature(pair.public, message, new Uint8Array(64))).toBe(false)
  })

  test('钥匙第一次启动时做成，只有本用户可读，以后一直用它', () => {
    const signer = openSigner(home, algorithm)
    expect(signer.key.algorithm).toBe(algorithm)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(openSigner(home, algorithm).keys).toEqual(signer.keys)
  })
})

describe('没有带钥匙的恢复', () => {
  test('旧公钥还认得：旧签名照样验得过，以后用新钥匙签；再恢复一次也不丢', () => {
    const before = openSigner(home, 'ed25519')
    const note = signCheckpoint(origin, head, before, sha256)
    rmSync(file)
    rememberPublicKeys(home, before.keys)
    const after = openSigner(home, 'ed25519')
    expect(after.key).not.toEqual(before.key)
    expect(after.keys).toEqual([after.key, ...before.keys])
    expect(openCheckpoint(note, origin, after.keys, { sha256, verify: verifySignature }).ok).toBe(true)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    rmSync(file)
    rememberPublicKeys(home, after.keys)
    expect(openSigner(home, 'sm2').keys.slice(1)).toEqual(after.keys)
  })

  test('钥匙还在的不变', () => {
    const signer = openSigner(home, 'ed25519')
    const text = readFileSync(file, 'utf8')
    rememberPublicKeys(home, signer.keys)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

test('SM2 与国标的例子一致：公布的公钥与签名验得过', () => {
  // GB/T 32918.2 with the curve of GB/T 32918.5 (annex A.2): message digest, user id 1234567812345678.
  const key = {
    algorithm: 'sm2' as const,
    key: '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  }
  const signature = Buffer.from(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    'hex',
  )
  expect(verifySignature(key, new TextEncoder().encode('message digest'), new Uint8Array(signature))).toBe(true)
  expect(verifySignature(key, new TextEncoder().encode('message digesT'), new Uint8Array(signature))).toBe(false)
})

test('换了算法，从前签的照样验得过；换回来还是原来那把钥匙', () => {
  const first = openSigner(home, 'ed25519')
  const note = signCheckpoint(origin, head, first, sha256)
  const second = openSigner(home, 'sm2')
  expect(second.keys.map(({ algorithm }) => algorithm)).toEqual(['sm2', 'ed25519'])
  for (const one of [note, signCheckpoint(origin, head, second, sha256)])
    expect(openCheckpoint(one, origin, second.keys, { sha256, verify: second.verify }).ok).toBe(true)
  expect(openSigner(home, 'ed25519').key).toEqual(first.key)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test.each(['', '{', '{"keys":[]}', '{"keys":[{"secret":"short"}]}'])(
  '钥匙文件坏了（%s）就不启动，说是哪个文件、怎么办',
  (text) => {
    writeFileSync(file, text)
    expect(() => openSigner(home, 'ed25519')).toThrow(new RegExp(`${file} 损坏.*从备份恢复`))
  },
)

test('公钥与私钥对不上也不启动', () => {
  openSigner(home, 'ed25519')
  const kept = JSON.parse(readFileSync(file, 'utf8'))
  kept.keys[0].public = makeKeyPair('ed25519').public
  writeFileSync(file, JSON.stringify(kept))
  expect(() => openSigner(home, 'ed25519')).toThrow('损坏')
})

test('GONGDAO_SIGNATURE 只认 ed25519 和 sm2', () => {
  expect(chooseSignature({})).toBe('ed25519')
  expect(chooseSignature({ GONGDAO_SIGNATURE: 'SM2' })).toBe('sm2')
  expect(() => chooseSignature({ GONGDAO_SIGNATURE: 'rsa' })).toThrow('GONGDAO_SIGNATURE=rsa 不认识')
})
