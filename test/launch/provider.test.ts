import { afterEach, expect, test } from 'vitest'
import { newDataFolder, removeDataFolder, runProduct, startProduct } from '../e2e/support/product.ts'

const dataFolders: string[] = []
afterEach(async () => {
  for (const dataFolder of dataFolders.splice(0)) await removeDataFolder(dataFolder)
})

function newFolder(): string {
  const dataFolder = newDataFolder()
  dataFolders.push(dataFolder)
  return dataFolder
}

test('统一身份认证只设一半，一句话说明，不启动', async () => {
  const environment = { GONGDAO_OIDC_ISSUER: 'https://id.example.gov.cn' }
  const outcome = await runProduct({ dataFolder: newFolder(), environment })
  if (!('exitCode' in outcome)) {
    await outcome.stop()
    throw new Error('it started')
  }
  expect(outcome.exitCode).toBe(1)
  expect(outcome.output).toContain('还缺 GONGDAO_OIDC_CLIENT_ID')
  expect(outcome.output).not.toContain('正在启动数据库')
})

test('身份提供方没有开也照样启动，登录页说连不上', async () => {
  const product = await startProduct({
    dataFolder: newFolder(),
    environment: {
      // Nobody listens there.
      GONGDAO_OIDC_ISSUER: 'http://127.0.0.1:9',
      GONGDAO_OIDC_CLIENT_ID: 'gongdao',
      GONGDAO_OIDC_CLIENT_SECRET: 'secret',
      GONGDAO_OIDC_NAME: '区平台',
    },
  })
  try {
    const response = await fetch(`${product.baseUrl}/api/provider/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ returnTo: '/' }),
    })
    expect(response.status).toBe(502)
    expect(JSON.stringify(await response.json())).toContain('区平台现在连不上')
  } finally {
    await product.stop()
  }
})
