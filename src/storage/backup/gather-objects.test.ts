import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { gatherObjects } from './gather-objects.ts'
import { manifestSchema } from './manifest.ts'

test('对象存储里的文件随备份带走，和放在数据文件夹里的一样；没有的、被改过的不算', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongdao-objects-'))
  try {
    const bytes = new TextEncoder().encode('原件')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const [gone, spoiled] = ['0'.repeat(64), '1'.repeat(64)]
    const store = {
      open: async (name: string) =>
        name === sha256 ? accept(bytes) : refuse(name === gone ? ('missing' as const) : ('altered' as const)),
    }
    const files = await gatherObjects(store, [sha256, gone, sha256, spoiled], folder)
    expect(files).toEqual([{ path: `${sha256.slice(0, 2)}/${sha256}`, sha256, bytes: bytes.length }])
    expect(manifestSchema.shape.files.safeParse(files).success).toBe(true)
    expect(new Uint8Array(await readFile(join(folder, 'files', files[0]?.path ?? '')))).toEqual(bytes)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
