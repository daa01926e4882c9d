import { afterEach, expect, test } from 'vitest'
import { newDataFolder, removeDataFolder, startProduct } from '../e2e/support/product.ts'

const dataFolders: string[] = []
afterEach(async () => {
  for (const dataFolder of dataFolders.splice(0)) await removeDataFolder(dataFolder)
})

test('--district 只显示区级账号的一次性地址；不带它启动就没有', async () => {
  const dataFolder = newDataFolder()
  dataFolders.push(dataFolder)
  const product = await startProduct({ dataFolder, args: ['--district'] })
  try {
    const links = product.output().match(/http\S+\/set-up\?token=\S+/g) ?? []
    const opened = await Promise.all(links.map((link) => opens(product.baseUrl, link)))
    expect(opened).toEqual(['district'])
  } finally {
    await product.stop()
  }
  const again = await startProduct({ dataFolder })
  await again.stop()
  expect(again.output()).not.toContain('区级')
})

async function opens(baseUrl: string, link: string): Promise<unknown> {
  const response = await fetch(`${baseUrl}/api/set-up/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(link).searchParams.get('token') }),
  })
  const answer: unknown = await response.json()
  return typeof answer === 'object' && answer !== null && 'opens' in answer ? answer.opens : answer
}
