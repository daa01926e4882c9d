import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from './project-root.ts'

/** The program's own version; it stands beside figures it has worked out. */
export function packageVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(projectPath('package.json'), 'utf8')))
    .version
}
