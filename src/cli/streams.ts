/** Where a command reads and writes; tests pass their own. `out` is the answer, `err` everything said beside it. */
export type CliStreams = {
  readonly stdin: NodeJS.ReadableStream
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** The streams of the running process. */
export function processStreams(): CliStreams {
  return {
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  }
}
