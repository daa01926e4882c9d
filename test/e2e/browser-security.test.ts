import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startBrowser } from './support/browser.ts'
import { browserArguments, browserEnvironment, launchBrowser, pagesOf } from './support/launch-browser.ts'

const servers: Server[] = []
let page1 = ''
let otherOrigin = ''

beforeAll(async () => {
  page1 = await serve((path) => (path === '/' ? '<!doctype html><title>甲站</title>' : ''))
  otherOrigin = await serve(() => '乙站的内容')
})
afterAll(() => {
  for (const server of servers) server.close()
})

function serve(answer: (path: string) => string): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(answer(request.url ?? '/'))
  })
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    })
  })
}

/** What a page of one origin gets to read of another that does not allow it. */
async function readOtherOrigin(page: Page): Promise<string> {
  await page.goto(page1)
  return page.evaluate(
    (address) =>
      fetch(address).then(
        (answer) => answer.text(),
        () => '被拦下',
      ),
    otherOrigin,
  )
}

describe('测试用的浏览器', () => {
  test('网页安全是开着的：读不到别的站点', async () => {
    const browser = await startBrowser()
    try {
      expect(await readOtherOrigin(await browser.newPage())).toBe('被拦下')
    } finally {
      await browser.close()
    }
  })

  test('这项检查抓得住关掉网页安全的浏览器', async () => {
    const browser = await launchBrowser(inject('browser'), [...browserArguments, '--disable-web-security'])
    try {
      expect(await readOtherOrigin(await browser.newPage())).toBe('乙站的内容')
    } finally {
      await browser.close()
    }
  })

  test.runIf(process.getuid?.() === 0)('换一个用户也能启动，网页安全同样开着', async () => {
    const uid = 65_534
    const home = mkdtempSync(join(tmpdir(), 'gongdao-nobody-'))
    chownSync(home, uid, uid)
    const child = spawnBrowserAs(uid, home)
    try {
      const browser = await chromium.connectOverCDP(await debuggingAddress(home))
      expect(userOf(child.pid ?? 0)).toBe(uid)
      expect(await readOtherOrigin(await pagesOf(browser).newPage())).toBe('被拦下')
      await browser.close()
    } finally {
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('close', resolve))
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

function spawnBrowserAs(uid: number, home: string): ChildProcess {
  const unpacked = inject('browser')
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${home}/profile`, 'about:blank']
  return spawn(unpacked.executablePath, [...browserArguments, ...own], {
    uid,
    gid: uid,
    cwd: home,
    env: browserEnvironment(unpacked, home),
    stdio: 'ignore',
  })
}

async function debuggingAddress(home: string): Promise<string> {
  for (;;) {
    try {
      const [port] = readFileSync(join(home, 'profile', 'DevToolsActivePort'), 'utf8').split('\n')
      if (port) return `http://127.0.0.1:${port}`
    } catch {
      // not there yet; the test's own time limit ends the wait
    }
    await sleep(50)
  }
}

function userOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])
}
