import type { BrowserContext, Page } from 'playwright-core'
import type { TestBrowser } from './browser.ts'
import { startEmptyTown } from './empty-town.ts'
import type { Size } from './launch-browser.ts'
import { choosePersona, loadSample, setUpOwner, signIn } from './owner.ts'
import { startLater, type Product } from './product.ts'

export type SampleTown = {
  readonly product: Product
  readonly browser: TestBrowser
  /** A page in the sample town as one of its people, 丁岚 of the office by default; `complaints` keeps what it says. */
  readonly openPage: (path: string, size?: Size, persona?: string) => Promise<Page>
  /** What the console and the page's own errors said, on any page opened here. */
  readonly complaints: readonly string[]
  /** Starts the product again on the same data, its clock so many days ahead; whoever was signed in signs in again. */
  readonly startLater: (days: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** The real product on a fresh folder, its owner set up and the fictional town loaded. */
export async function startSampleTown(): Promise<SampleTown> {
  const { product, browser, close } = await startEmptyTown()
  const complaints: string[] = []
  try {
    const first = await browser.newContext()
    await setUpOwner(product, first.request)
    await loadSample(product, first.request)
    await first.close()
  } catch (error) {
    await close()
    throw error
  }
  let current = product
  const openPage = async (path: string, size?: Size, persona?: string): Promise<Page> => {
    const context: BrowserContext = await browser.newContext(size)
    await signIn(current, context.request)
    await loadSample(current, context.request)
    if (persona !== undefined) await choosePersona(current, context.request, persona)
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(current.baseUrl + path)
    return page
  }
  return {
    get product() {
      return current
    },
    browser,
    openPage,
    complaints,
    startLater: async (days) => {
      await current.stop()
      current = await startLater(product.dataFolder, days)
    },
    close: async () => {
      if (current !== product) await current.stop()
      await close()
    },
  }
}
