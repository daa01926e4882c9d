import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chooseStorageHome } from '../../src/storage/embedded/storage-home.ts'
import { isAlive, isPostgres, readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'
import { prepareJobQueue } from '../../src/storage/job-queue.ts'
import { migrate } from '../../src/storage/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of the run's PostgreSQL; its database `gongdao` is migrated, empty, and the template of the clones. */
    databaseServer: { adminUrl: string; ownerUrl: string; appUrl: string; signInUrl: string }
  }
}

const prefix = 'gongdao-test-'

/** One PostgreSQL for the whole run, on a folder that is thrown away: here alone fsync may be off. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  removeOrphans()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  const database = await startEmbedded({
    home: chooseStorageHome({ GONGDAO_DATA: folder }),
    say: () => {},
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  await migrate(database.ownerUrl)
  await prepareJobQueue(database.ownerUrl)
  const { adminUrl, ownerUrl, appUrl, signInUrl } = database
  project.provide('databaseServer', { adminUrl, ownerUrl, appUrl, signInUrl })
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its PostgreSQL alive; the next run ends it. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const runner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (runner === undefined || isAlive(Number(runner))) continue
    try {
      const postmaster = readPostmaster(join(tmpdir(), name, 'postgres'))
      if (postmaster !== null && isPostgres(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT')
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // another user's, or still going down: the next run will see
    }
  }
}
