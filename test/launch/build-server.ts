import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { projectPath } from '../../src/project-root.ts'

/** Some of these tests kill a server: that is a process of its own, of the built product. */
export default async function buildServer(): Promise<void> {
  await promisify(execFile)(process.execPath, [projectPath('tools', 'build.mjs'), '--server'])
}
