import { statfs } from 'node:fs/promises'
import type { DiskRoom, DiskShortage } from '../commands/outage.ts'

export type WatchedDisk = {
  /** Any folder on the disk. */
  readonly folder: string
  /** What PostgreSQL needs to go on answering and to stop in order. */
  readonly reserveBytes: number
}

const lookEveryMs = 1_000

export const megabyte = 1_048_576
const defaultReserveMegabytes = 256

/**
 * Watches a disk, looking at most once a second. PostgreSQL without room for its log stops altogether: so writes are
 * refused before that, and what must still be written (who has looked at what, who signs in) has the reserve.
 */
export function diskRoom(
  watched: WatchedDisk | null,
  clock: () => number = () => performance.now(),
  freeBytesOf: (folder: string) => Promise<number> = freeBytes,
): DiskRoom {
  let [lookedAt, found] = [Number.NEGATIVE_INFINITY, Promise.resolve<DiskShortage | null>(null)]
  if (watched === null) return { shortage: () => found }
  const { folder, reserveBytes } = watched
  const look = async (): Promise<DiskShortage | null> => {
    try {
      const free = await freeBytesOf(folder)
      return free < reserveBytes ? { freeBytes: free, reserveBytes } : null
    } catch {
      return null // a disk that cannot be asked has not been found full
    }
  }
  return {
    shortage: () => {
      if (clock() - lookedAt >= lookEveryMs) [lookedAt, found] = [clock(), look()]
      return found
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** GONGDAO_DISK_RESERVE_MB in bytes; null: it is no number of megabytes. */
export function readDiskReserve(environment: NodeJS.ProcessEnv): number | null {
  const typed = environment['GONGDAO_DISK_RESERVE_MB'] ?? ''
  if (typed === '') return defaultReserveMegabytes * megabyte
  return /^\d{1,7}$/.test(typed) ? Number(typed) * megabyte : null
}
