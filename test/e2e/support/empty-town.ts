import { startBrowser, type TestBrowser } from './browser.ts'
import { newDataFolder, removeDataFolder, startProduct, type Product } from './product.ts'

export type EmptyTown = {
  readonly product: Product
  readonly browser: TestBrowser
  readonly close: () => Promise<void>
}

/** The real product on a fresh folder, nobody set up yet, and a browser beside it. */
export async function startEmptyTown(): Promise<EmptyTown> {
  const dataFolder = newDataFolder()
  const [product, browser] = await Promise.all([startProduct({ dataFolder }), startBrowser()])
  const close = async (): Promise<void> => {
    await browser.close()
    await product.stop()
    await removeDataFolder(dataFolder)
  }
  return { product, browser, close }
}
