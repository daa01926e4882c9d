import type { KeptFiles } from '../../commands/kept-files.ts'

/**
 * New files go into the first; what is not there, or not whole, is looked for in the second: a town that moves to an
 * object store keeps what lies in its data folder, and so does one that was restored from a backup.
 */
export function filesOfBoth(first: KeptFiles, second: KeptFiles): KeptFiles {
  return {
    put: (bytes) => first.put(bytes),
    open: async (sha256) => {
      const opened = await first.open(sha256)
      if (opened.ok) return opened
      const other = await second.open(sha256)
      return other.ok ? other : opened
    },
    has: async (sha256) => (await first.has(sha256)) || second.has(sha256),
  }
}
