import { inject } from 'vitest'
import { launchBrowser, type TestBrowser } from './launch-browser.ts'

export { phone, type TestBrowser } from './launch-browser.ts'

/** Starts the real Chromium that global set-up has unpacked; web security is on. */
export function startBrowser(): Promise<TestBrowser> {
  return launchBrowser(inject('browser'))
}
