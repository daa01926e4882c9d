import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { z } from 'zod'
import { projectPath } from '../../../src/project-root.ts'

const browserSchema = z.object({ executablePath: z.string(), environment: z.record(z.string(), z.string()) })

declare module 'vitest' {
  export interface ProvidedContext {
    browser: z.infer<typeof browserSchema>
  }
}

const run = promisify(execFile)

/** Builds the product as `npm start` would, and unpacks the browser, once for the run. */
export default async function buildAndUnpack(project: TestProject): Promise<void> {
  const [, unpacked] = await Promise.all([
    run(process.execPath, [projectPath('tools', 'build.mjs')]),
    run(process.execPath, [join(import.meta.dirname, 'extract-browser.mjs')]),
  ])
  project.provide('browser', browserSchema.parse(JSON.parse(unpacked.stdout)))
}
