/** 个人信息更正申请 on record; answered once. */
export type CorrectionRequest = {
  readonly id: string
  readonly staffNumber: string
  /** As the roster has it; the number where it has no such person any more. */
  readonly name: string
  readonly at: Date
  readonly by: string
  readonly words: string
  readonly state: 'open' | 'done' | 'declined'
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
}

export type CorrectionStore = {
  readonly add: (request: Pick<CorrectionRequest, 'id' | 'staffNumber' | 'at' | 'by' | 'words'>) => Promise<void>
  readonly find: (id: string) => Promise<CorrectionRequest | null>
  /** Of one person, or of all: those that wait first, then the latest. */
  readonly list: (staffNumber: string | null) => Promise<readonly CorrectionRequest[]>
  readonly answer: (
    id: string,
    answered: { state: 'done' | 'declined'; answer: string; answeredAt: Date; answeredBy: string },
  ) => Promise<void>
}
