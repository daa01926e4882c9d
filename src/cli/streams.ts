import { once } from 'node:events'

/** Where a command reads and writes; tests pass their own. `out` is the answer, `err` everything said beside it. */
export type CliStreams = {
  readonly stdin: NodeJS.ReadableStream
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Waits until a reader of `out` that is slower has caught up. */
  readonly flushed?: () => Promise<void>
}

/** The streams of the running process. */
export function processStreams(): CliStreams {
  return {
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    flushed: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    },
  }
}
