/** What a verb of the command line reads from and writes to; tests pass their own. */
export type Streams = {
  /** All of standard input, for a FILE of `-`. */
  readonly readInput: () => Promise<Uint8Array>
  /** Results: what a pipe receives. */
  readonly out: (text: string) => void
  /** Everything said beside the result. */
  readonly err: (text: string) => void
}

/** A verb gets the words after its name and answers the exit code. */
export type Verb = (args: readonly string[], streams: Streams) => Promise<number>
