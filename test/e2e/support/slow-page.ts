import type { BrowserContext, Page } from 'playwright-core'

/**
 * GONGDAO_SLOW_PAGE=6 tells every story on a page whose processor is six times slower, each request to the API held
 * back between 50 and 800 ms: what only goes wrong on a slow, busy machine goes wrong here too. Run a file at a time:
 * `GONGDAO_SLOW_PAGE=6 npx vitest run --project 浏览器 --retry 0 test/e2e/<story>.test.ts`.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  const rate = Number(process.env['GONGDAO_SLOW_PAGE'] ?? '1')
  if (rate <= 1) return
  const throttle = async (page: Page): Promise<void> => {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
  }
  // A page that is closed at once has nothing left to slow down.
  context.on('page', (page) => void throttle(page).catch(() => undefined))
  await context.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 750))
    await route.continue().catch(() => undefined)
  })
}
