import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { projectPath } from '../../../src/project-root.ts'
import { unpackBrowser, type UnpackedBrowser } from './launch-browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    browser: UnpackedBrowser
  }
}

/** Builds the product as `npm start` would, and unpacks the browser, once for the run. */
export default async function buildAndUnpack(project: TestProject): Promise<void> {
  const build = promisify(execFile)(process.execPath, [projectPath('tools', 'build.mjs')])
  const [unpacked] = await Promise.all([unpackBrowser(), build])
  project.provide('browser', unpacked)
}
