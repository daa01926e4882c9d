import { describe, expect, it } from 'vitest'
import { openFile, sealAgain } from '../../../test/builders/forger.ts'
import { crypto, sealingBy, sha256 } from '../../../test/builders/logged-town.ts'
import { provenYear } from '../../../test/builders/proven-year.ts'
import { bulletinLies } from '../../../test/lies/bulletin-lies.ts'
import { figureLies } from '../../../test/lies/figure-lies.ts'
import { headLies } from '../../../test/lies/head-lies.ts'
import { ledgerLies } from '../../../test/lies/ledger-lies.ts'
import { townKey, type Kept } from '../../../test/lies/lie.ts'
import { fingerprint } from '../proof/public-key.ts'
import { findingSentence } from './finding-sentence.ts'
import { sealProof } from './seal-proof.ts'
import { verifyProof, type KeptElsewhere } from './verify-proof.ts'

const year = await provenYear(townKey)
const kept: Readonly<Record<Kept, KeptElsewhere>> = {
  head: { heads: [year.heads.early] },
  last: { heads: [year.heads.last] },
  earlier: { earlier: [{ label: '四月的文件', bytes: year.earlier }] },
  receipt: { receipts: [{ label: '回执', bytes: year.receipt }] },
  key: { keyFingerprint: fingerprint(sealingBy(townKey).key, sha256) },
}
const lies = [...ledgerLies, ...bulletinLies, ...figureLies(year.full), ...headLies]

describe('服务器说谎', () => {
  it('至少五十种，每种都有名字', () => {
    expect(new Set(lies.map(([name]) => name)).size).toBe(lies.length)
    expect(lies.length).toBeGreaterThanOrEqual(50)
    expect(new Set(lies.map(([, scope]) => scope)).size).toBe(3)
  })

  it.each(lies.map((lie) => [lie[0], lie] as const))(
    '%s',
    (_name, [, scope, depth, caught, tell, has, signer]) => {
      const file = openFile(year[scope])
      tell(file)
      const forged = sealAgain(file, depth, signer ?? townKey)
      const report = verifyProof(forged, has === undefined ? {} : kept[has], crypto)
      const broken = report.checks.filter(({ status }) => status === 'broken')
      expect(report.verdict).toBe('broken')
      expect(broken.map(({ check }) => check)).toContain(caught)
      for (const sentence of broken.flatMap(({ findings }) => findings.map(findingSentence)))
        expect(sentence).toMatch(/^\P{Lu}.*。$/u)
    },
  )

  it('真公钥只是写在旁边，签名的是另一把：知道公钥指纹就看得出', () => {
    const impostor = sealingBy('冒充的钥匙')
    const keys = [impostor.key, sealingBy(townKey).key]
    const { format: _format, keys: _keys, signature: _signature, manifest, ...parts } = openFile(year.full)
    const { parts: _digests, format: _manifest, ...head } = manifest
    const forged = sealProof(head, parts, { ...impostor, keys })
    const report = verifyProof(forged, kept.key, crypto)
    expect(report.checks.filter(({ status }) => status === 'broken').map(({ check }) => check)).toEqual(['key'])
  })

  it('没有改动，重新打包签名：仍然相符（说谎的工具自己不出错）', () => {
    for (const scope of ['full', 'pay', 'own'] as const)
      for (const depth of ['parts', 'chain'] as const) {
        const report = verifyProof(sealAgain(openFile(year[scope]), depth, townKey), kept.earlier, crypto)
        expect(report.checks.flatMap(({ findings }) => findings.map(findingSentence))).toEqual([])
      }
  })
})
