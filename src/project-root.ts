import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// This file runs from src/ in tests and from dist/server/ in the product, so the way up is searched, not counted.
function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`)
    folder = parent
  }
  return folder
}

/** The folder that holds package.json, schemes/ and dist/, whether running from sources or from the build. */
const projectRoot = findProjectRoot()

export function projectPath(...segments: readonly string[]): string {
  return join(projectRoot, ...segments)
}
