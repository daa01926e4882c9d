/** What somebody has handed in within the window, against the target; figures in hundredths. */
export type StudyStandingRow = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly pieces: number
  readonly words: number
  readonly waiting: number
  /** In the target's unit; null: the scheme asks nothing of this person. */
  readonly target: number | null
  readonly short: number | null
}

export type StudyStanding = {
  readonly year: number
  readonly first: string
  readonly last: string
  readonly counts: 'words' | 'pieces'
  /** The clause the target comes from; null: no rule is bound to reading notes. */
  readonly clause: string | null
  /** Of the asker; null: not on the roster of the year. */
  readonly own: StudyStandingRow | null
  /** Of everybody within reach, those who are short of most first. */
  readonly rows: readonly StudyStandingRow[]
}

/** Another piece with the same in it. */
export type StudyCopyView = {
  readonly recordId: string
  readonly name: string
  readonly title: string
  readonly day: string
  readonly stateWords: string
  /** Whole per cent. */
  readonly likeness: number
  readonly isSamePerson: boolean
  readonly isSameFile: boolean
}
