import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import { isPostgres, readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { startBrowser } from './support/browser.ts'
import {
  newDataFolder,
  removeDataFolder,
  runProduct,
  startProduct,
  type Product,
  type ProductOptions,
} from './support/product.ts'

const running: Product[] = []
const folders: string[] = []

afterEach(async () => {
  for (const product of running.splice(0)) await product.stop()
  for (const folder of folders.splice(0)) await removeDataFolder(folder)
})

function newFolder(): string {
  const folder = newDataFolder()
  folders.push(folder)
  return folder
}

async function start(options: ProductOptions): Promise<Product> {
  const product = await startProduct(options)
  running.push(product)
  return product
}

/** A start that must fail: its exit code and what it said last. */
async function refused(options: ProductOptions): Promise<{ exitCode: number | null; lastLine: string }> {
  const outcome = await runProduct(options)
  if (!('exitCode' in outcome)) {
    running.push(outcome)
    throw new Error(`it started:\n${outcome.output()}`)
  }
  return { exitCode: outcome.exitCode, lastLine: outcome.output.trimEnd().split('\n').at(-1) ?? '' }
}

describe('npm start', () => {
  test('第一次启动给出地址和一次性链接，Ctrl-C 全部停好', async () => {
    const folder = newFolder()
    const product = await startProduct({ dataFolder: folder })
    const postgres = readPostmaster(join(folder, 'postgres'))
    expect(product.setUpLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/set-up\?token=[\w-]{40,}$/)
    expect(await product.stop()).toBe(0)
    expect(isPostgres(postgres?.pid ?? 0)).toBe(false)
    await expect(fetch(product.baseUrl)).rejects.toThrow('fetch failed')
  })

  test('网页在严格的内容安全策略下打开，控制台没有报错', async () => {
    const product = await start({ dataFolder: newFolder() })
    const browser = await startBrowser()
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(product.setUpLink ?? '')
      await page.getByRole('button').first().waitFor()
      expect(complaints).toEqual([])
      // The browser of the tests has no Chinese font: what it shows is what the product brings.
      const loadedFonts = `[...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family).join()`
      await expect.poll(() => page.evaluate<string>(loadedFonts), { timeout: 20_000 }).toContain('Noto Sans SC')

      // Too late to say so once the form has been filled in.
      await page.goto(`${product.baseUrl}/set-up?token=overtaken`)
      await page.getByRole('alert').getByText('这个首次登录链接无效或已过期').waitFor()
      expect(await page.getByRole('textbox').count()).toBe(0)

      const old = await browser.newPage()
      old.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      old.on('pageerror', (error) => complaints.push(error.message))
      await old.addInitScript('delete Array.prototype.toSorted')
      complaints.splice(0)
      await old.goto(product.baseUrl)
      await old.getByRole('heading', { name: '这个浏览器的版本太旧，公道打不开。' }).waitFor()
      await old.getByText('Chrome 或 Edge 111 以上').waitFor()
      await old.waitForLoadState('networkidle')
      expect([await old.getByRole('textbox').count(), complaints]).toEqual([0, []])
    } finally {
      await browser.close()
    }
  })

  test('kill -9 之后再启动，接着用同一个数据库', async () => {
    const folder = newFolder()
    const first = await startProduct({ dataFolder: folder })
    const postgres = readPostmaster(join(folder, 'postgres'))
    await first.kill()
    const second = await start({ dataFolder: folder })
    expect(second.output()).toContain('接着使用仍在运行的数据库')
    expect(readPostmaster(join(folder, 'postgres'))?.pid).toBe(postgres?.pid)
  })

  test('SIGTERM 与 Ctrl-C 一样停好', async () => {
    const folder = newFolder()
    const product = await startProduct({ dataFolder: folder })
    process.kill(product.pid, 'SIGTERM')
    expect(await product.stop()).toBe(0)
    expect(readPostmaster(join(folder, 'postgres'))).toBeNull()
  })
})

describe('不能启动时一句话说清，退出码不为 0', () => {
  test('同一文件夹第二次启动', async () => {
    const folder = newFolder()
    const product = await start({ dataFolder: folder })
    const answer = await refused({ dataFolder: folder })
    expect(answer.exitCode).toBe(1)
    expect(answer.lastLine).toContain(`进程号 ${product.pid}`)
    expect((await fetch(product.baseUrl)).status).toBe(200)
  })

  test('端口被占用：说出端口，不留下数据库', async () => {
    const folder = newFolder()
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const outcome = await runProduct({ dataFolder: folder, environment: { GONGDAO_PORT: String(port) } })
    other.close()
    expect('exitCode' in outcome && outcome.exitCode).toBe(1)
    expect('exitCode' in outcome ? outcome.output : '').toContain(`端口 ${port} 已被别的程序占用`)
    expect(readPostmaster(join(folder, 'postgres'))).toBeNull()
  })

  test.each(['70000', 'abc', '-1', '80.5'])('端口写成 %s', async (text) => {
    const answer = await refused({ dataFolder: newFolder(), environment: { GONGDAO_PORT: text } })
    expect(answer).toEqual({ exitCode: 1, lastLine: `GONGDAO_PORT=${text} 不是 1 到 65535 之间的端口号。` })
  })

  test('不认识的参数', async () => {
    const answer = await refused({ dataFolder: newFolder(), args: ['--smaple'] })
    expect(answer.exitCode).toBe(2)
    expect(answer.lastLine).toContain('--smaple')
  })

  test('数据位置是个文件', async () => {
    const answer = await refused({ dataFolder: projectPath('package.json') })
    expect(answer.exitCode).toBe(1)
    expect(answer.lastLine).toContain('不是文件夹')
  })

  test('Node.js 太旧', async () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); import(${JSON.stringify(projectPath('bin/start.mjs'))})`
    const failure = await promisify(execFile)(process.execPath, ['-e', pretend]).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^本机的 Node\.js 是 18\.20\.4，公道需要 20\.19 以上版本.*\n$/),
    })
  })
})
