import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../../src/project-root.ts'

/** A file of the project: its path from the root, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Every file under the folders whose name ends as asked. */
export function readSourceFiles(folders: readonly string[], ending = /\.tsx?$/): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => {
        const full = join(entry.parentPath, entry.name)
        const path = full.slice(projectPath().length + 1).replaceAll('\\', '/')
        return { path, text: readFileSync(full, 'utf8') }
      }),
  )
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/')
}
