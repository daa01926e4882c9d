import { expect, test } from 'vitest'
import { createSeal } from './seal.ts'

const accountId = '00000000-0000-4000-8000-00000000000a'
const otherId = '00000000-0000-4000-8000-00000000000b'
const secret = new Uint8Array(20).map((_, index) => index)
const { seal, unseal, derive } = createSeal(new Uint8Array(32).fill(7))

test('封存的打得开，每次封出来都不一样，里面看不到原文', () => {
  const [first, second] = [seal(secret, accountId), seal(secret, accountId)]
  expect([unseal(first, accountId), unseal(second, accountId)]).toEqual([secret, secret])
  expect(first).not.toEqual(second)
  expect(Buffer.from(first).includes(Buffer.from(secret))).toBe(false)
})

test('换了钥匙、换了账号、改了任何一个字节、截短，都打不开', () => {
  const sealed = seal(secret, accountId)
  expect(createSeal(new Uint8Array(32).fill(8)).unseal(sealed, accountId)).toBeNull()
  expect(unseal(sealed, otherId)).toBeNull()
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = sealed.map((byte, at) => (at === index ? byte ^ 1 : byte))
    expect(unseal(changed, accountId), String(index)).toBeNull()
    expect(unseal(sealed.subarray(0, index), accountId), String(index)).toBeNull()
  }
})

test('推出来的密钥：同样的话总是同一个，别的话、别的钥匙是另一个', () => {
  const known = derive(['a', 'b'])
  expect(known).toHaveLength(20)
  expect(derive(['a', 'b'])).toEqual(known)
  expect(derive(['ab'])).not.toEqual(known)
  expect(derive(['a,b'])).not.toEqual(known)
  expect(createSeal(new Uint8Array(32).fill(8)).derive(['a', 'b'])).not.toEqual(known)
})
