import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { z } from 'zod'
import { slowDown } from './slow-page.ts'

const unpackedSchema = z.object({ executablePath: z.string(), environment: z.record(z.string(), z.string()) })

/** Where the browser lies and the environment it needs. */
export type UnpackedBrowser = z.infer<typeof unpackedSchema>

export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const program = join(import.meta.dirname, 'extract-browser.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [program])
  return unpackedSchema.parse(JSON.parse(stdout))
}

/** Our own arguments: the package's switch web security off, and what is proven so is not proven. */
export const browserArguments = [
  '--no-sandbox',
  '--no-zygote',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
]

export type Size = { readonly width: number; readonly height: number }
export const desktop: Size = { width: 1440, height: 900 }
export const phone: Size = { width: 390, height: 844 }

export type TestBrowser = {
  /** Cookies and storage of its own. */
  readonly newContext: (size?: Size) => Promise<BrowserContext>
  /** A page in a context of its own. */
  readonly newPage: (size?: Size) => Promise<Page>
  readonly close: () => Promise<void>
}

/** The environment the unpacked browser needs, with a home of its own so that nothing of the machine's user shows. */
export function browserEnvironment(unpacked: UnpackedBrowser, home: string): Record<string, string> {
  return {
    ...unpacked.environment,
    HOME: home,
    TMPDIR: home,
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
  }
}

export async function launchBrowser(unpacked: UnpackedBrowser, args = browserArguments): Promise<TestBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'gongdao-home-'))
  const browser = await chromium.launch({
    executablePath: unpacked.executablePath,
    args,
    env: browserEnvironment(unpacked, home),
  })
  const close = async (): Promise<void> => {
    await browser.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { ...pagesOf(browser), close }
}

export function pagesOf(browser: Browser): Pick<TestBrowser, 'newPage' | 'newContext'> {
  const newContext = async (size = desktop): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: size.width < 600,
      isMobile: size.width < 600,
    })
    context.setDefaultTimeout(60_000)
    await slowDown(context)
    return context
  }
  return { newContext, newPage: async (size) => (await newContext(size)).newPage() }
}
